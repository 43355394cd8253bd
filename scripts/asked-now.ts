/** In milliseconds. The development clock may stand elsewhere. */
export function now(): number {
  const asked = process.env['TEST_NOW']
  return asked ? Date.parse(asked) : Date.now()
}
