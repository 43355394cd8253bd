import type { LinkPurpose } from '../letter/link.ts'
import type { Purpose } from './capability.ts'

/** What ends it before its time, and where that is decided. */
type End = { readonly by: string; readonly where: string }

/** Something that opens, or changes, something for whoever holds it. */
export type GivenThing = {
  readonly reader: string
  readonly may: string
  readonly carried: string
  readonly lasts: string
  /** How often it works. */
  readonly uses: string
  /** Columns by which the database knows it, and how they hold it. Empty: it stands in no row. */
  readonly columns: readonly string[]
  readonly stored: string
  readonly ends: readonly End[]
  /** What a change of SECRET with two values does to it. */
  readonly rotated: string
  /** Routes that take it as the proof. */
  readonly routes: readonly string[]
  /** The cookie's name, without the prefix of the host. */
  readonly cookie?: string
}

const JUDGE = 'worker/domain/people/capability.ts'
const ERASING = 'worker/storage/people/erase.ts'
const LINK_ENDS: readonly End[] = [
  { by: 'another address, another reader, a pairing or membership that ended', where: JUDGE },
  { by: 'the erasure of its reader', where: ERASING },
  { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
]
const HASH = 'SHA-256 of the token'
const KEPT = 'goes on: it is known by its hash; what we write of it has the same token'
const NOT_BY_SECRET = 'nothing: it is not made of SECRET'

const ofLink = (
  reader: string,
  may: string,
  lasts: string,
  uses: string,
  routes: readonly string[],
): GivenThing => ({
  ...{ reader, may, lasts, uses, routes },
  ...{ carried: 'query of a link in a mail', columns: ['links.token_hash'], stored: HASH },
  ...{ ends: LINK_ENDS, rotated: KEPT },
})

const PULSE = ['GET /pulse', 'POST /pulse']
const EFFECT = 'opens often; each thing it says has one effect'

const LINKS: Readonly<Record<LinkPurpose, GivenThing>> = {
  answer: ofLink(
    'executive or assistant',
    'choose, refuse or propose a time of one offer, and later ones of the same session',
    'until thirty days after the last of its times',
    EFFECT,
    ['GET /answer', 'POST /answer'],
  ),
  invite: ofLink(
    'executive or mentor',
    'see one date and accept it; ask for a mail with which it is declined or moved; fetch the event',
    'until thirty days after the date',
    EFFECT,
    ['GET /invite', 'POST /invite', 'GET /invite/calendar', ...PULSE],
  ),
  confirm: ofLink(
    'executive or mentor',
    'confirm a decline or a new time',
    'until thirty days after the date',
    EFFECT,
    ['GET /confirm', 'POST /confirm'],
  ),
  log: ofLink(
    'mentor',
    'say how one session went',
    'thirty days',
    'opens often; what is said is replaced within an hour',
    ['GET /log', 'POST /log', ...PULSE],
  ),
  meeting: ofLink(
    'mentor',
    'read the brief of one session; say that he cannot come or is late',
    'until thirty days after the date',
    EFFECT,
    ['GET /meeting', 'POST /meeting', ...PULSE],
  ),
  own: ofLink(
    'executive',
    'read his own page; ask, note a wish; his own record with a link of less than twelve hours',
    'thirty days',
    'opens often',
    ['GET /own', 'POST /own', 'GET /own/record', 'POST /own/record', 'GET /own/record/file', ...PULSE],
  ),
}

const ACCOUNTS: Readonly<Record<Exclude<Purpose, LinkPurpose>, GivenThing>> = {
  'sign-in': {
    reader: 'manager, mentor, assistant, sponsor, owner',
    may: 'sign in',
    carried: 'query of a link in a mail; with `npm run owner-link` printed for the owner',
    lasts: 'ten minutes; in a mentor’s invitation a week',
    uses: 'once, by a press',
    columns: ['sign_ins.token_hash'],
    stored: HASH,
    ends: [
      { by: 'its use', where: 'worker/storage/sign-in/sign-in.ts' },
      { by: 'another address, the last role that ended', where: JUDGE },
      { by: 'the erasure of its reader', where: ERASING },
      { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
    ],
    rotated: 'goes on, also in a letter that waits',
    routes: ['GET /sign-in', 'POST /sign-in/confirmation'],
  },
  key: {
    reader: 'a program, as the manager or owner who made it',
    may: 'ask the API in the programmes that it names, as its maker may now: read, or write too; or the details of health alone. Never a page, a key, an export, an erasure, an address',
    carried: 'header `Authorization`: `sotto_` and 32 random bytes',
    lasts: 'until its day, a year at most',
    uses: 'often',
    columns: ['api_keys.token_hash'],
    stored: HASH,
    ends: [
      { by: 'a press or a call of its maker', where: 'worker/actions/key/end.ts' },
      { by: 'another address, the last role that ended', where: JUDGE },
      {
        by: 'the end of its maker’s membership, also where she comes back',
        where: 'worker/storage/sign-in/sign-in.ts',
      },
      { by: 'the erasure of its maker', where: ERASING },
      { by: 'its day', where: 'worker/domain/key/key.ts' },
    ],
    rotated: 'goes on: it is not made of `SECRET`',
    routes: [],
  },
  session: {
    reader: 'whoever is signed in',
    may: 'all that his roles may',
    carried: 'cookie `__Host-sotto`: an id and a moment, signed',
    lasts: 'twelve hours; on a trusted device thirty days, seven without a visit',
    uses: 'often',
    columns: [],
    stored: 'the id alone, in `sign_ins.id`',
    ends: [
      { by: 'signing out, here or from another device', where: 'worker/actions/sign-in/sign-in.ts' },
      { by: 'another address, the last role that ended', where: JUDGE },
      { by: 'the erasure of its reader', where: ERASING },
      { by: 'its time', where: 'worker/domain/sign-in/lasts.ts' },
      { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
    ],
    rotated: 'goes on, and is signed with the newest value at the next visit',
    routes: [],
    cookie: 'sotto',
  },
  feed: {
    reader: 'mentor or manager',
    may: 'read the dates of his own',
    carried: 'query of a calendar’s address',
    lasts: 'until it ends',
    uses: 'often, GET alone',
    columns: ['feeds.token_hash'],
    stored: HASH,
    ends: [
      { by: 'another address, the last role that ended', where: JUDGE },
      { by: 'the erasure of its reader', where: ERASING },
      { by: 'a new one, or none', where: 'worker/actions/feed/subscribe.ts' },
      { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
    ],
    rotated: KEPT,
    routes: ['GET /calendar.ics'],
  },
}

/** All there are: a test compares them with the routes, the cookies and the hashes of the schema. */
export const EVERY_CAPABILITY = {
  ...LINKS,
  ...ACCOUNTS,
  figures: {
    reader: 'whoever a manager made it for',
    may: 'read the released figures of a programme',
    carried: 'query of a link',
    lasts: 'until the day its manager chose',
    uses: 'often, GET alone',
    columns: ['report_links.token_hash'],
    stored: HASH,
    ends: [
      { by: 'a manager, or its maker’s membership', where: 'worker/domain/report/link.ts' },
      { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
    ],
    rotated: KEPT,
    routes: ['GET /figures'],
  },
  'owner-claim': {
    reader: 'whoever deploys the installation',
    may: 'become its owner, and the manager of its first programme',
    carried: 'typed into a form; never in an address',
    lasts: 'as long as nobody is there',
    uses: 'once',
    columns: [],
    stored: 'not: it is the setting OWNER_CLAIM',
    ends: [{ by: 'the first person who is there', where: 'worker/actions/people/claim.ts' }],
    rotated: NOT_BY_SECRET,
    routes: ['GET /claim', 'POST /claim'],
  },
  'access-assertion': {
    reader: 'whoever Cloudflare Access lets in, where it stands in front',
    may: 'all that a sign-in by his address may, but nothing that asks for a fresh link',
    carried: 'header `Cf-Access-Jwt-Assertion`, set by Cloudflare for its own cookie',
    lasts: 'as long as Access says in it',
    uses: 'often; each request is judged anew',
    columns: [],
    stored: 'not',
    ends: [
      { by: 'another address, the last role that ended', where: JUDGE },
      { by: 'its time, another application, another team', where: 'worker/domain/sign-in/assertion.ts' },
      { by: 'a key that the team took back, within the hour', where: 'worker/http/access/keys.ts' },
    ],
    rotated: NOT_BY_SECRET,
    routes: [],
  },
  webhook: {
    reader: 'a program, in the name of the manager, or of the owner, who made it',
    may: 'nothing: it is told ids and codes of one programme, or codes of the installation’s health, at an address, and knows by the signature that we wrote',
    carried: 'secret `whsec_` and 32 random bytes, which signs what is sent',
    lasts: 'until it ends; after another took its place, a day',
    uses: 'often',
    columns: ['webhooks.secret', 'webhooks.old_secret'],
    stored: 'sealed with SEALING_KEYS: it signs',
    ends: [
      {
        by: 'a press or a call of its maker, or 410 from the other side',
        where: 'worker/storage/webhook/webhook.ts',
      },
      { by: 'another address, the last role that ended', where: JUDGE },
      {
        by: 'the end of its maker’s membership, also where she comes back',
        where: 'worker/storage/webhook/maker.ts',
      },
      { by: 'the erasure of its maker', where: ERASING },
    ],
    rotated: NOT_BY_SECRET,
    routes: [],
  },
  'reply-address': {
    reader: 'the person, and whoever may open his calendar’s event',
    may: 'with the UID of an event: accept it; decline or propose from his own address; write to his manager',
    carried: 'From, Reply-To and ORGANIZER of all mail to the person',
    lasts: 'as long as the person: calendars keep it',
    uses: 'often; an answer counts once',
    columns: ['people.reply_address', 'people.reply_sealed', 'invites.organizer'],
    stored: 'SHA-256 to find it by, and sealed with SEALING_KEYS to write it',
    ends: [
      { by: 'an event that is over or called off', where: 'worker/domain/session/reply.ts' },
      { by: 'a sender who is somebody else', where: 'worker/delivery/in/sender-trust.ts' },
      { by: 'the erasure of the person', where: 'worker/storage/people/person.ts' },
    ],
    rotated: NOT_BY_SECRET,
    routes: [],
  },
  uid: {
    reader: 'the same',
    may: 'name one event in an answer; nothing without the reply address of its reader',
    carried: 'UID of the event',
    lasts: 'as long as the invite',
    uses: 'often',
    columns: ['invites.uid'],
    stored: 'in clear: alone it opens nothing',
    ends: [{ by: 'a new invite after a cancellation', where: 'worker/domain/session/fix.ts' }],
    rotated: NOT_BY_SECRET,
    routes: [],
  },
  'last-sign-in': {
    reader: 'whoever was signed in in this browser',
    may: 'read why that ended; find his kept form after he has signed in',
    carried: 'cookie `__Host-sotto-last`, signed',
    lasts: 'sixty days',
    uses: 'often',
    columns: [],
    stored: 'the id alone, in `sign_ins.id`',
    ends: [{ by: 'another sign-in here', where: 'worker/http/cookie.ts' }],
    rotated: 'goes on until the old value is taken away; then only a sentence is lost',
    routes: [],
    cookie: 'sotto-last',
  },
  'last-programme': {
    reader: 'manager',
    may: 'nothing: which of her programmes a page shows first',
    carried: 'cookie, not signed; an id that is not hers counts for nothing',
    lasts: 'until the browser is closed',
    uses: 'often',
    columns: [],
    stored: 'not',
    ends: [{ by: 'a membership that ended', where: 'worker/http/manager/programme-scope.ts' }],
    rotated: NOT_BY_SECRET,
    routes: [],
    cookie: 'sotto-programme',
  },
  'kept-form': {
    reader: 'whoever sent it, signed in again',
    may: 'have back what was typed',
    carried: 'id in the way back of a sign-in',
    lasts: 'a day',
    uses: 'often',
    columns: ['kept_forms.sealed'],
    stored: 'sealed with a key made of SECRET and its id, for one person',
    ends: [
      { by: 'the night, after a day', where: 'worker/domain/clock/retention.ts' },
      { by: 'the erasure of its writer', where: ERASING },
      { by: '`npm run rotate-secret -- --out`', where: 'scripts/rotate-secret.ts' },
    ],
    rotated: 'opens as long as the old value is there: a day at most',
    routes: [],
  },
} as const satisfies Readonly<Record<string, GivenThing>>

/**
 * Ids that look like one and open nothing by themselves: each needs a sign-in, whose programmes and person are asked again.
 */
export const OPEN_NOTHING: Readonly<Record<string, string>> = {
  'id of a request (`idempotency_keys.id`)': 'the same request of the same sign-in gets the same answer',
  'id of an import (`imports.id`)': 'a manager of its programme confirms it, within a day',
  'press that can be undone (`undos.session_id`)': 'who pressed, while the minute lasts',
  'way back of a sign-in (`sign_ins.way_back`)': 'a page of ours; it never holds a token',
  'cursor of a list': 'where the next page begins, of what its reader may see anyhow',
  'development doors (`/dev`)': 'are not in a production build',
}
