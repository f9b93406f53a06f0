import library from 'pptxgenjs';

/** Its types describe a CommonJS module, or a module, as whoever asks looks for them; what is loaded has the class as its default. */
type Default = typeof library;
type Library = Default extends { readonly default: infer C } ? C : Default;
const Presentation = library as unknown as Library & (new () => Slides);

export type Slides = Library extends abstract new () => infer S ? S : never;
export type Slide = ReturnType<Slides['addSlide']>;
export type TableCell = Parameters<Slide['addTable']>[0][number][number];
type Charts = Parameters<Slide['addChart']>;
export type ChartGroup = Extract<Charts[0], readonly unknown[]>[number];
export type ChartOptions = NonNullable<Charts[2]>;

export const newSlides = (): Slides => new Presentation();

/** A chart of one group of marks or several: for several, the library takes its options where its types have data. */
export function addChart(slide: Slide, groups: readonly ChartGroup[], options: ChartOptions): void {
  const [first] = groups;
  if (first === undefined) return;
  if (groups.length === 1) slide.addChart(first.type, first.data, { ...options, ...first.options });
  else slide.addChart([...groups], options as unknown as unknown[]);
}
