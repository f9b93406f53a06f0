import type { ChartModel } from '#shared/charts/model.ts';

export interface ChartHost {
  readonly host: HTMLElement;
  readonly id: number;
}

/** An element for each chart, which stays the same for as long as the chart does. */
export class ChartHosts {
  readonly #hosts = new WeakMap<ChartModel, ChartHost>();
  #made = 0;

  of(chart: ChartModel): ChartHost {
    const known = this.#hosts.get(chart);
    if (known !== undefined) return known;
    this.#made += 1;
    const made = { host: document.createElement('div'), id: this.#made };
    this.#hosts.set(chart, made);
    return made;
  }
}
