/** A file that PyGloss is made of cannot be used. The message is for users: it names the file and the remedy. */
export class Damaged extends Error {}

/** Does something with a file that PyGloss is made of; what fails then is the file. Throws `Damaged`. */
export async function withOwn<T>(name: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Damaged(`${name}, a file of PyGloss itself, cannot be read: install PyGloss again (${why})`, {
      cause: error,
    });
  }
}
