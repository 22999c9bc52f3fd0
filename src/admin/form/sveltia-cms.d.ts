// The part of Sveltia CMS that the form uses. Its own types name their files without extensions, which this compiler does not
// follow.
declare module "@sveltia/cms" {
  export type Values = Readonly<Record<string, unknown>>;

  interface Cms {
    /** `load_config_file`: whether it also looks for a configuration file itself. */
    init(options?: { config: Values & { load_config_file?: boolean } }): Promise<void>;
    /** How files of a `format` are read and written. */
    registerCustomFormat(
      format: string,
      extension: string,
      methods: {
        /** Sveltia does not pass the path: `scripts/admin.mjs` patches it to do so. */
        fromFile: (text: string, path: string) => Values;
        toFile: (values: Values) => Promise<string>;
      },
    ): void;
  }

  const CMS: Cms;
  export default CMS;
}
