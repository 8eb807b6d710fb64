/** The part of papaparse that the engine uses, without the browser and Node types that its own declarations pull in. */
declare module 'papaparse' {
  interface ParseError {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    readonly row?: number;
  }
  interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly cursor: number };
  }
  interface ParserOptions {
    readonly delimiter: string;
    readonly newline: '\n' | '\r';
  }
  const Papa: {
    /** The parser under papaparse's own streams: reads a piece of text, and tells how far it got. */
    Parser: new (
      options: ParserOptions,
    ) => { parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParseResult };
  };
  export default Papa;
}
