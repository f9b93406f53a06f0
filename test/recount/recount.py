"""Counts again, by other means, what an import says it has read.

Gets a JSON list of files with how each is written; gives a list of rows, amount and quantity. A row counts when it starts with
a date. Nothing but the standard library, and nothing of the program that is judged."""

import csv
import io
import json
import re
import sys
import zipfile
from decimal import ROUND_HALF_UP, Context, Decimal
from xml.etree import ElementTree

CODECS = {"utf-8": "utf-8-sig", "utf-16le": "utf-16", "windows-1252": "cp1252", "cp437": "cp437"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
UNIT = Decimal("0.0001")


def csv_rows(path, style):
    with open(path, "rb") as file:
        text = file.read().decode(CODECS[style["encoding"]])
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=style["separator"]))


def xlsx_rows(path):
    with zipfile.ZipFile(path) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in strings]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(MAIN + "row"):
        cells = [""] * 4
        for cell in row:
            value = cell.findtext(MAIN + "v") or ""
            if cell.get("t") == "s":
                value = shared[int(value)]
            elif cell.get("t") == "inlineStr":
                value = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
            cells["ABCD".index(re.match("[A-Z]+", cell.get("r")).group())] = value
        rows.append(cells)
    return rows


def amount_of(text, style):
    negative = text.startswith("(") or text.endswith("-") or text.startswith("-")
    digits = "".join(letter for letter in text if letter.isdigit() or letter == style["decimal"])
    value = Decimal(digits.replace(",", "."))
    return -value if negative else value


def count_again(path, style):
    is_workbook = style["format"] == "xlsx"
    rows = xlsx_rows(path) if is_workbook else csv_rows(path, style)
    date = re.compile(r"\d{5}$" if is_workbook else r"\d{4}-\d\d-\d\d$")
    kept = [row for row in rows if row and date.match(row[0])]
    if is_workbook:
        fifteen = Context(prec=15, rounding=ROUND_HALF_UP)
        amounts = [fifteen.create_decimal(row[2]) for row in kept]
    else:
        amounts = [amount_of(row[2], style) for row in kept]
    total = sum((value.quantize(UNIT, ROUND_HALF_UP) for value in amounts), Decimal(0))
    return {"rows": len(kept), "amount": f"{total:.4f}", "quantity": str(sum(int(row[3]) for row in kept))}


json.dump([count_again(file["path"], file["style"]) for file in json.load(sys.stdin)], sys.stdout)
