import { findAccountAt } from '../../actions/sign-in/account-at.ts'
import { parseAddress } from '../../domain/people/address.ts'
import { addressClaimed } from '../../domain/sign-in/assertion.ts'
import type { AppContext, Identity } from '../context.ts'
import { readAssertion } from './assertion.ts'
import { findAccessKey, isSignedBy } from './keys.ts'

const HEADER = 'Cf-Access-Jwt-Assertion'

/** Cloudflare sets it for whoever has its cookie, so a browser brings it along with any request. */
export function hasAssertion(c: AppContext): boolean {
  return c.get('platform').settings.access !== null && c.req.header(HEADER) !== undefined
}

/** Who asks, as Cloudflare Access says; null: it says nothing here, or nobody whom a mailed link would let in. */
export async function identityByAccess(c: AppContext): Promise<Identity | null> {
  const platform = c.get('platform')
  const address = await addressAsserted(c)
  const account = address === null ? null : await findAccountAt(platform, address)
  return (
    account && {
      actor: { personId: account.person.id, memberships: account.memberships },
      person: account.person,
      programmes: account.programmes,
      signIn: null,
      key: null,
      isOwner: account.isOwner,
      answersFor: account.answersFor,
    }
  )
}

/** Each request is judged anew: nothing is kept of it. */
async function addressAsserted(c: AppContext): Promise<string | null> {
  const platform = c.get('platform')
  const { access } = platform.settings
  const assertion = readAssertion(c.req.header(HEADER) ?? '')
  if (!access || !assertion) return null
  const unreachable = () => logCode(c, 'access-certs-unreachable')
  const key = await findAccessKey(platform, access.team, assertion.header.kid, unreachable)
  if (!key || !(await isSignedBy(key, assertion))) return null
  const claimed = addressClaimed(assertion.claims, access, platform.now())
  const parsed = claimed === null ? null : parseAddress(claimed)
  return parsed?.ok ? parsed.address : null
}

function logCode(c: AppContext, code: string): void {
  console.error(JSON.stringify({ door: 'fetch', request: c.get('requestId'), code }))
}
