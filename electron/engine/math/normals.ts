import { randomFrom } from '../sample/random.ts';

/**
 * Draws from a normal distribution with mean 0 and deviation 1, the same ones for a seed.
 * Source: Box and Muller 1958.
 */
export function normals(seed: number): () => number {
  const { next } = randomFrom(seed);
  let second: number | null = null;
  return () => {
    if (second !== null) {
      const given = second;
      second = null;
      return given;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    second = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
