import type { Input, Method, Output } from '../../shared/contract.ts';
import type { Way } from './transports.ts';

/** What a part of the contract's suite needs: a way to the contract, and to ask and be refused through it. */
export interface Asked {
  readonly way: Way & { readonly root: string };
  readonly ok: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly fails: (method: string, input: unknown, code: string) => Promise<void>;
}
