// The extensions of files that readers download, and the name of each format: documents, data, archives, audio and video.
// Files that a browser shows as a page (`.html`, `.txt`, `.xml`, pictures) are not downloads.

export interface FileFormat {
  /** As readers see it: `PDF`. */
  label: string;
  /** Matches a word of a text that names the format, or the program that people name instead. */
  said: RegExp;
}

const PLAIN = (
  "pdf epub rtf odt ods odp odg csv tsv json geojson gpx kml ics vcf " +
  "zip 7z rar tar gz tgz mp3 m4a ogg oga opus wav flac mp4 m4v mov webm ogv"
).split(" ");

/** People write `PPT` for a `.pptx`, or the name of the program. */
const OFFICE: Readonly<Record<string, string>> = {
  doc: "docx?|word",
  docx: "docx?|word",
  xls: "xlsx?|excel",
  xlsx: "xlsx?|excel",
  ppt: "pptx?|powerpoint",
  pptx: "pptx?|powerpoint",
};

const FORMATS = new Map<string, FileFormat>(
  [...PLAIN.map((ending) => [ending, ending] as const), ...Object.entries(OFFICE)].map(([ending, words]) => [
    ending,
    {
      label: ending === "geojson" ? "GeoJSON" : ending.toUpperCase(),
      said: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, "iu"),
    },
  ]),
);

/** All extensions, as alternatives of a regular expression. */
export const DOWNLOADED = [...FORMATS.keys()].join("|");

/** `ending` is an extension without its dot, in either case. */
export const formatOf = (ending: string): FileFormat | undefined => FORMATS.get(ending.toLowerCase());
