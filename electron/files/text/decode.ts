import iconv from 'iconv-lite';
import type { Encoding } from '#shared/importing.ts';

export interface Decoder {
  readonly decode: (bytes: Buffer) => string;
  /** One character a byte, so that places in the bytes are places in the text. */
  readonly singleByte: boolean;
}

/** How the parsed bytes become text. UTF-16 has been turned into UTF-8 on its way in. */
export function decoderOf(encoding: Encoding): Decoder {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return { decode: (bytes) => bytes.toString('utf8'), singleByte: false };
    case 'iso-8859-1':
      return { decode: (bytes) => bytes.toString('latin1'), singleByte: true };
    case 'cp437':
      return { decode: (bytes) => iconv.decode(bytes, 'cp437'), singleByte: true };
    case 'windows-1252': {
      const decoder = new TextDecoder('windows-1252');
      return { decode: (bytes) => decoder.decode(bytes), singleByte: true };
    }
  }
}
