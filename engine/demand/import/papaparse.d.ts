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
  }
  const Papa: {
    parse(
      text: string,
      options: { delimiter: string; quoteChar?: string; newline?: '\n' | '\r\n' | '\r'; skipEmptyLines?: boolean },
    ): ParseResult;
  };
  export default Papa;
}
