import type { Page } from 'playwright-core';

/** Main texts: their contrast with what lies behind them must be at least 4.5 to 1 (WCAG 2.2 AA). */
const TEXTS = 'h1, h2, h3, p, dt, dd, th, td, label, button, a, .kpi-name, .kpi-value, .kpi-change > *, .kpi-state, .ui-badge, .ui-chip-label, .ui-chip-value, .muted, small'; // prettier-ignore
/** Texts that must be seen whole: no ellipsis, no cut. */
const WHOLE = '.kpi-name, .kpi-value, .kpi-change, .kpi-state, .ui-button, .ui-chip-value, h1, .sidebar a, .receipt dd, .ui-table .num'; // prettier-ignore
const CONTROLS = 'button, a[href], input:not([type=file]), select, textarea, [role=combobox], [role=slider], [tabindex="0"]'; // prettier-ignore

export interface Faults {
  readonly sideways: boolean;
  readonly cut: readonly string[];
  readonly nameless: readonly string[];
  readonly faint: readonly string[];
}

/** What a look at the page finds wrong: sideways scrolling, texts cut, controls without a name, text too faint. */
export function faultsOf(page: Page): Promise<Faults> {
  return page.evaluate(
    ({ TEXTS: texts, WHOLE: whole, CONTROLS: controls }) => {
      const visible = (element: Element): boolean =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 1;
      const all = (selector: string): readonly HTMLElement[] =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter(visible);
      const said = (element: Element): string =>
        `${element.tagName.toLowerCase()}.${element.className.toString()} ${element.textContent.trim().slice(0, 40)}`;

      const nameOf = (element: HTMLElement): string => {
        const by = (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
          .join('');
        const labels =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? [...(element.labels ?? [])]
            : [];
        const label = labels.map((each) => each.textContent).join('');
        return [element.getAttribute('aria-label'), by, label, element.textContent, element.title].join('').trim();
      };

      type Colour = readonly [red: number, green: number, blue: number, alpha: number];
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      /** Any CSS colour as the browser paints it on what is there. */
      const paint = (under: Colour | null, colour: string): Colour => {
        if (canvas === null) throw new Error('no canvas');
        canvas.clearRect(0, 0, 1, 1);
        for (const each of [under === null ? null : `rgb(${under[0]} ${under[1]} ${under[2]})`, colour]) {
          if (each === null) continue;
          canvas.fillStyle = each;
          canvas.fillRect(0, 0, 1, 1);
        }
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [red, green, blue, alpha];
      };
      const behind = (element: Element | null): Colour => {
        if (element === null) return paint(null, getComputedStyle(document.documentElement).backgroundColor || '#fff');
        const colour = getComputedStyle(element).backgroundColor;
        return paint(null, colour)[3] === 255 ? paint(null, colour) : paint(behind(element.parentElement), colour);
      };
      const light = ([red, green, blue]: Colour): number => {
        const linear = (part: number): number =>
          part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
      };
      const contrast = (element: HTMLElement): number => {
        const back = behind(element);
        const [a, b] = [light(back), light(paint(back, getComputedStyle(element).color))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      const ownText = (element: Element): boolean =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      const enabled = (element: Element): boolean => element.closest(':disabled, [aria-disabled=true]') === null;

      return {
        sideways: document.documentElement.scrollWidth > window.innerWidth,
        cut: all(whole)
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .map(said),
        nameless: all(controls)
          .filter((element) => nameOf(element) === '')
          .map((element) => said(element)),
        faint: all(texts)
          .filter((element) => ownText(element) && enabled(element) && contrast(element) < 4.5)
          .map((element) => `${contrast(element).toFixed(2)} ${said(element)}`),
      };
    },
    { TEXTS, WHOLE, CONTROLS },
  );
}

export const NO_FAULTS: Faults = { sideways: false, cut: [], nameless: [], faint: [] };
