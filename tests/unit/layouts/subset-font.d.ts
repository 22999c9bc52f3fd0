declare module "subset-font" {
  /** Letters of `text` alone; `noLayoutClosure` adds no others that could replace them. */
  export default function subset(
    font: Uint8Array,
    text: string,
    options: { targetFormat: "truetype"; noLayoutClosure: boolean },
  ): Promise<Uint8Array>;
}
