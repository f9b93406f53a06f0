import type { Input, Method, Output } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';

type Carry = (method: string, input: unknown) => Promise<Result<unknown>>;

/**
 * Types one untyped call by the contract. The host has validated both ways; while developing, the answer is checked here
 * as well, and the schemas stay out of the shipped bundle.
 */
export function typedCall(carry: Carry) {
  return async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
    const result = await carry(method, input);
    if (!result.ok) return result;
    if (import.meta.env.DEV) {
      const { contract } = await import('#shared/contract.ts');
      contract[method].output.parse(result.value);
    }
    return { ok: true, value: result.value as Output<M> };
  };
}
