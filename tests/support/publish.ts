// Publishes files that a test writes, as a build does with its pages.
import { Publication, type PublicationOptions } from "../../src/build/output/publish.ts";

export interface Publishing extends Omit<PublicationOptions, "output"> {
  mixed?: boolean;
}

/** `write` writes the site into a folder, except the files that it returns, which stay in the output. */
export async function publish(
  output: string,
  write: (folder: string) => readonly string[] | Promise<readonly string[]>,
  { mixed, ...how }: Publishing = {},
): Promise<{ recovered?: "old" | "new"; leftover?: string }> {
  const publication = await Publication.begin({ output, ...how });
  try {
    const kept = await write(publication.staging);
    const { recovered } = publication;
    return {
      ...(recovered && { recovered }),
      ...publication.publish(kept, mixed === undefined ? {} : { mixed }),
    };
  } finally {
    publication.end();
  }
}
