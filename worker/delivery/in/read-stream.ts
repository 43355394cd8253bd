/** The first octets of a stream, and whether that is all of it. What follows is not asked for. */
export async function firstOctets(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<{ readonly octets: Uint8Array; readonly isWhole: boolean }> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length <= most) {
    const { done, value } = await reader.read()
    if (done) return { octets: joined(chunks, length), isWhole: true }
    chunks.push(value)
    length += value.length
  }
  await reader.cancel()
  return { octets: joined(chunks, length).subarray(0, most), isWhole: false }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const octets = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    octets.set(chunk, at)
    at += chunk.length
  }
  return octets
}
