/** Cloudflare's resolver over HTTPS: a Worker has no other way to ask whether a name exists. */
const RESOLVER = 'https://cloudflare-dns.com/dns-query'
/** RFC 1035 §4.1.1: RCODE 0 is an answer, 3 says that the name does not exist. */
const NO_SUCH_NAME = 3

/** Whether there is such a host name; null if nobody can say. Asked only after a connection could not be opened. */
export async function lookUp(host: string): Promise<boolean | null> {
  if (/^[\d.]+$|:/.test(host)) return true
  const answer = await fetch(`${RESOLVER}?${new URLSearchParams({ name: host, type: 'A' })}`, {
    headers: { accept: 'application/dns-json' },
  })
  if (!answer.ok) return null

  const said: unknown = await answer.json()
  const status = typeof said === 'object' && said !== null && 'Status' in said ? said.Status : null
  if (status === NO_SUCH_NAME) return false
  return status === 0 ? true : null
}
