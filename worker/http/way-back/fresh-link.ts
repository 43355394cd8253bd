import type { MiddlewareHandler } from 'hono'

import { paths } from '../../../web/pages/paths.ts'
import { judgeNow } from '../../actions/import/judge.ts'
import { type PersonId, isId } from '../../domain/ids.ts'
import { normalAddress, parseAddress, splitAddresses } from '../../domain/people/address.ts'
import { manages } from '../../domain/people/permission.ts'
import { findImport } from '../../storage/import/import.ts'
import { listKnowing } from '../../storage/people/erase.ts'
import { pathId, personFor } from '../api/load.ts'
import { type App, type AppContext, type AppEnv, identityOf, isApi, managerOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { readerOf } from '../forms/file-reader.ts'
import { refused } from '../responses.tsx'
import { pageOfForm } from './own-path.ts'
import { leadingBack, pageWithForm } from './way-back.ts'

type Condition = (c: AppContext) => boolean | Promise<boolean>

/** Whatever is sent. */
export const always: Condition = () => true

/**
 * What asks for a link that was used within twelve hours: what cannot be taken back, what lets somebody else in, and what
 * leaves the house. None of it is done by a key.
 */
export const NEEDS_FRESH_LINK: Readonly<Record<string, Condition>> = {
  'POST /people/:id': async (c) => {
    const { email, aliases } = await fieldsOf(c)
    return isOtherAddress(c, { email, aliases: aliases === undefined ? undefined : splitAddresses(aliases) })
  },
  'PATCH /api/v1/people/:id': async (c) => isOtherAddress(c, addressesIn(await c.req.text())),
  // A request about an address is taken over.
  'POST /today/deeds': async (c) => (await fieldsOf(c))['answer'] === 'take-over',
  'GET /people/:id/erasure': isKnownToHer,
  'POST /people/:id/erasure': isKnownToHer,
  'POST /api/v1/people/:id/erasure': isKnownToHer,
  'POST /programmes/:id/closure': always,
  'POST /api/v1/programmes/:id/closure': always,
  // A link lets somebody in without a sign-in.
  'POST /programmes/:id/report/links': always,
  'POST /api/v1/programmes/:id/report/links': always,
  'GET /mine/record/file': always,
  // What leaves the house, and what brings in other addresses for somebody who is known.
  'GET /programmes/:id/export': always,
  'GET /api/v1/programmes/:id/export': always,
  'POST /imports/:id/confirmation': importsOtherAddresses,
  'POST /api/v1/imports/:id/confirmation': importsOtherAddresses,
  // A key opens for whoever holds it, without a sign-in.
  'POST /keys': always,
  'POST /api/v1/keys': always,
  // What is told outside goes on without a sign-in, and so does whoever has the secret.
  'POST /webhooks': always,
  'POST /api/v1/webhooks': always,
  'POST /webhooks/:id': async (c) => (await fieldsOf(c))['act'] === 'rotate',
  'PATCH /api/v1/webhooks/:id': async (c) => asksToRotate(await c.req.text()),
  // The address of a calendar is a key: it opens for whoever holds it, and outlives the sign-in.
  'POST /feed': always,
}

export function guardFreshLinks(app: App): void {
  for (const [route, needs] of Object.entries(NEEDS_FRESH_LINK)) {
    const [method = '', path = ''] = route.split(' ')
    app.on(method, path, onlyWithFreshLink(needs))
  }
}

function onlyWithFreshLink(needs: Condition): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { signIn, key, person } = identityOf(c)
    if (signIn?.isLinkFresh || !(await needs(c))) return next()
    if (isApi(c)) return refused(c, { reason: key ? 'not-by-key' : 'link-too-old' })
    // A file is no page to come back to: the page with its link is.
    const page = c.req.method === 'GET' ? pageOfForm(c) : await pageWithForm(c, person.id)
    return c.redirect(leadingBack(paths.signInAgain, page), 303)
  }
}

/** Whoever is not there is not there, however old the link. */
export async function isKnownToHer(c: AppContext): Promise<boolean> {
  const id = c.req.param('id') ?? ''
  if (!isPersonId(id)) return false
  return (await listKnowing(c.get('platform').db, id, managerOf(c))).length > 0
}

async function importsOtherAddresses(c: AppContext): Promise<boolean> {
  const { db, now } = c.get('platform')
  const kept = await findImport(db, pathId(c, 'imp'), now())
  if (!kept || kept.confirmed || !manages(identityOf(c).actor, kept.programmeId)) return false
  const judged = await judgeNow(c.get('platform'), kept, managerOf(c), readerOf(c))
  return judged?.changesAddresses ?? false
}

function asksToRotate(json: string): boolean {
  try {
    return 'rotate' in Object(JSON.parse(json))
  } catch {
    return false
  }
}

type Addresses = { readonly email: string | undefined; readonly aliases: readonly string[] | undefined }

/** Whether somebody of hers would be written to, or let in, at another address than now. Others are not there. */
async function isOtherAddress(c: AppContext, { email, aliases }: Addresses): Promise<boolean> {
  if (email === undefined && aliases === undefined) return false
  const id = c.req.param('id') ?? ''
  const person = isPersonId(id) ? await personFor(c, id) : null
  if (!person) return false
  const isOther = email !== undefined && addressOf(email) !== normalAddress(person.email)
  return isOther || listOf(aliases ?? person.aliases) !== listOf(person.aliases)
}

function isPersonId(id: string): id is PersonId {
  return isId('per', id)
}

function listOf(addresses: readonly string[]): string {
  return [...new Set(addresses.map(addressOf))].toSorted().join(' ')
}

function addressOf(text: string): string {
  const parsed = parseAddress(text)
  return normalAddress(parsed.ok ? parsed.address : text)
}

/** What cannot be read is refused by the route itself. */
function addressesIn(json: string): Addresses {
  try {
    const { email, aliases } = Object(JSON.parse(json))
    const isList = Array.isArray(aliases)
    return {
      email: typeof email === 'string' ? email : undefined,
      aliases: isList ? aliases.map(String) : aliases === null ? [] : undefined,
    }
  } catch {
    return { email: undefined, aliases: undefined }
  }
}
