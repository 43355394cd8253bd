import type { Header } from 'postal-mime'

export type Authentication = 'pass' | 'fail' | 'none'

/**
 * The DMARC result of the configured receiver (RFC 8601): the first one above the second `Received`. Headers below it
 * came with the mail and may be forged. A mail with two authors is never authenticated.
 */
export function authenticationOf(headers: readonly Header[], receiver: string | null): Authentication {
  if (receiver === null || headers.filter(({ key }) => key === 'from').length !== 1) return 'none'

  let received = 0
  for (const { key, value } of headers) {
    if (key === 'received') received += 1
    if (received > 1) return 'none'
    if (key === 'authentication-results' && serviceOf(value) === receiver.toLowerCase()) return dmarcOf(value)
  }
  return 'none'
}

function serviceOf(value: string): string {
  return (/^\s*([^\s;]+)/.exec(withoutComments(value))?.[1] ?? '').toLowerCase()
}

function dmarcOf(value: string): Authentication {
  const results = withoutComments(value)
    .split(';')
    .slice(1)
    .flatMap((result) => /^\s*dmarc\s*=\s*(\w+)/i.exec(result)?.[1]?.toLowerCase() ?? [])
  if (results.length !== 1) return 'none'
  return results[0] === 'pass' ? 'pass' : results[0] === 'fail' ? 'fail' : 'none'
}

function withoutComments(value: string): string {
  let text = ''
  let depth = 0
  for (const character of value) {
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) text += character
  }
  return text
}
