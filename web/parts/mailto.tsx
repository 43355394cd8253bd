import { shownAddress } from '../../worker/domain/people/address.ts'

type Written = { readonly subject?: string | null; readonly body?: string | null }

/** RFC 6068: the link that opens a mail program, with a mail that is begun or an empty one. */
export function mailto(address: string, { subject = null, body = null }: Written = {}): string {
  const begun = Object.entries({ subject, body }).flatMap(([name, words]) =>
    words ? [`${name}=${encodeURIComponent(words)}`] : [],
  )
  const to = `mailto:${encodeURIComponent(address).replace('%40', '@')}`
  return begun.length > 0 ? `${to}?${begun.join('&')}` : to
}

/** An address as a reader knows it, which opens a mail to it. */
export function MailLink({ address }: { readonly address: string }) {
  return <a href={mailto(address)}>{shownAddress(address)}</a>
}
