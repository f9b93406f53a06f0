/** How a print job stands, for the printer that waits for it. */
type PrintState = 'drawing' | 'true' | 'failed';

export const tellPrinter = (state: PrintState): void => {
  document.documentElement.dataset['printReady'] = state;
};

export const tellFailure = (): void => tellPrinter('failed');

/** Says that the job is being drawn, and that it failed as soon as a file of the page is missing or anything in it breaks. */
export function tellOfTrouble(): void {
  const early = performance.getEntriesByType('resource');
  const isMissing = early.some((entry) => entry instanceof PerformanceResourceTiming && entry.responseStatus >= 400);
  tellPrinter(isMissing ? 'failed' : 'drawing');
  window.addEventListener('vite:preloadError', tellFailure);
  window.addEventListener('unhandledrejection', tellFailure);
  const onError = ({ target, error }: ErrorEvent): void => {
    const isFile = target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
    // Layout that takes another turn is told as an error without one.
    if (isFile || (error !== null && error !== undefined)) tellFailure();
  };
  // Elements tell of files that do not come without bubbling.
  window.addEventListener('error', onError, true);
}
