// What the form asks of Sveltia CMS. Its own types name their files without extensions, which this compiler does not follow.
declare module "@sveltia/cms" {
  export type Values = Readonly<Record<string, unknown>>;

  interface Cms {
    /** `load_config_file`: whether it looks for a configuration itself, too. */
    init(options?: { config: Values & { load_config_file?: boolean } }): Promise<void>;
    /** How files of a `format` are read and written. */
    registerCustomFormat(
      format: string,
      extension: string,
      methods: {
        /** The path is one that Sveltia does not hand over: `scripts/admin.mjs` has it do so. */
        fromFile: (text: string, path: string) => Values;
        toFile: (values: Values) => Promise<string>;
      },
    ): void;
  }

  const CMS: Cms;
  export default CMS;
}
