import { useEffect, useState } from 'react';

interface Fonts {
  readonly family: string;
  /** Those that the sheets' words need are there. */
  readonly ready: boolean;
}

/** The page's type: a new value when fonts have come, since everything is as wide as its font then. */
export function useFonts(): Fonts {
  const [fonts, setFonts] = useState<Fonts>(() => ({
    family: getComputedStyle(document.body).fontFamily,
    ready: false,
  }));
  useEffect(() => {
    const came = (): void => setFonts((before) => ({ ...before, ready: true }));
    void document.fonts.load(`16px ${fonts.family}`).then(came);
    document.fonts.addEventListener('loadingdone', came);
    return () => document.fonts.removeEventListener('loadingdone', came);
  }, [fonts.family]);
  return fonts;
}
