/** The build for browsers: one file, without the streams of Node. Only what is used of it. */
declare module 'papaparse/papaparse.min.js' {
  type Parsed = {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly code: string; readonly row?: number }[]
    readonly meta: { readonly truncated: boolean }
  }
  type Config = {
    readonly delimiter: string
    readonly newline: '\n'
    /** So many records at the most. */
    readonly preview: number
  }
  const Papa: { readonly parse: (text: string, config: Config) => Parsed }
  export default Papa
}
