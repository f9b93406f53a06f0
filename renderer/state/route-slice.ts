import type { StateCreator } from 'zustand';
import { addressOf, parseAddress, type Screen } from './route.model.ts';

export interface RouteSlice {
  readonly route: Screen;
  /** Goes to a screen and leaves an entry in the history. */
  goTo(screen: Screen): void;
  /** Follows the address after back, forward or a typed fragment. */
  followAddress(hash: string): void;
}

export const routeSlice: StateCreator<RouteSlice, [], [], RouteSlice> = (set, get) => ({
  route: 'overview',
  goTo: (screen) => {
    if (screen === get().route) return;
    history.pushState(null, '', addressOf(screen));
    set({ route: screen });
  },
  followAddress: (hash) => set({ route: parseAddress(hash).screen ?? 'overview' }),
});
