import { normalAddress } from '../people/address.ts'
import type { Verdict } from './fault.ts'
import { type Blame, blameOf, codeFrom } from './suppression.ts'

/** What somebody reports about one letter that we sent. */
export type Returned = {
  readonly address: string
  /** The letter's id, or the provider's id of its mail. */
  readonly about: string
  readonly blame: Blame | null
  /** What becomes of the letter; null: it had arrived. */
  readonly letter: { readonly state: 'failed' | 'stopped'; readonly error: string } | null
}

/**
 * A letter that did not arrive. With the address it is `stopped`, and goes out again when a person clears that; else it
 * has `failed`. Null if the report does not say which mail, or whose address.
 */
export function undelivered(
  report: { readonly address: string | null; readonly about: string | null; readonly code: string | null },
  verdict: Verdict,
): Returned | null {
  const named = namedIn(report)
  if (!named) return null

  const detail = codeFrom(report.code, 'undelivered')
  const state = verdict.fault === 'address' ? 'stopped' : 'failed'
  const error = `bounced-${detail}`
  return { ...named, blame: blameOf(named.address, verdict, detail), letter: { state, error } }
}

/** The reader marked the mail as spam: it had arrived, and nothing more is wanted. */
export function complained(report: {
  readonly address: string | null
  readonly about: string | null
}): Returned | null {
  const named = namedIn(report)
  if (!named) return null

  return {
    ...named,
    blame: { address: named.address, kind: 'complaint', detail: 'complaint' },
    letter: null,
  }
}

/** Our Message-ID begins with the letter's id; Cloudflare replaces it by its own. */
export function idsIn(about: string): readonly string[] {
  const bare = about.replaceAll(/^<|>$/g, '')
  return [...new Set([about, bare, bare.split('@')[0] ?? bare])]
}

function namedIn({
  address,
  about,
}: {
  readonly address: string | null
  readonly about: string | null
}): Pick<Returned, 'address' | 'about'> | null {
  const normal = address === null ? '' : normalAddress(address)
  return normal.includes('@') && about ? { address: normal, about } : null
}
