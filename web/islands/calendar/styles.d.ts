/** A stylesheet as text, in no element: it stands in the script, and only pages with a grid load it. */
declare module '*.css?inline' {
  const text: string
  export default text
}
