import { type ApiDocsData, ApiDocsPage } from '../pages/key/docs.tsx'
import { type KeyLine, type KeysData, KeysPage } from '../pages/key/keys.tsx'
import { paths } from '../pages/paths.ts'
import { type ClaimData, ClaimPage } from '../pages/public/claim.tsx'
import { type RefusalData, RefusalPage, type WayOn } from '../pages/public/refusal.tsx'
import { type SignInAgainData, SignInAgainPage } from '../pages/public/sign-in-again.tsx'
import { type SignInConfirmData, SignInConfirmPage } from '../pages/public/sign-in-confirm.tsx'
import { type SignInSentData, SignInSentPage } from '../pages/public/sign-in-sent.tsx'
import { type SignInData, SignInPage } from '../pages/public/sign-in.tsx'
import { type SignInsData, SignInsPage } from '../pages/public/sign-ins.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { mailto } from '../parts/mailto.tsx'
import type { PageWords } from '../words/pages/en.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, navOf, type Setting, specimenOf } from './specimen.ts'
import { at } from './times.ts'

const email = 'tom.leroy@northwind.example'
const manager = { name: 'Nadia Haddad', email: 'nadia.haddad@northwind.example' }

const HERE = {
  id: 'sgn_1',
  since: at('2027-03-16T08:00Z'),
  until: at('2027-03-16T20:00Z'),
  trusted: false,
  isThis: true,
} as const

const LAST_DAY = '2027-06-13'
const KEY: Omit<KeyLine, 'name' | 'programmes'> = {
  ...{ id: 'key_1', access: 'read', isOpen: true, lastDay: LAST_DAY },
  ...{ madeAt: HERE.since, endedAt: null, usedOn: '2027-03-15' },
}

/** A mail to the manager, and the link to the reader's own page. */
function waysOfLink({ refusal: words }: PageWords): readonly WayOn[] {
  return [
    { kind: 'link', label: words.email(manager.name), href: mailto(manager.email) },
    { kind: 'post', label: words.ownPage, action: paths.own, hidden: { k: 'secret', send: 'answer' } },
  ]
}

function linkTo(label: string, href: string): WayOn {
  return { kind: 'link', label, href }
}

/** There is no such page, for somebody who is signed in. */
function notFoundBy(reader: 'manager' | 'mentor' | 'assistant') {
  const first = ({ manager: 'today', mentor: 'mine', assistant: 'desk' } as const)[reader]
  return ({ frame, words, cast }: Setting): Partial<RefusalData> => ({
    frame: { ...frame, nav: navOf(reader, null, cast) },
    actions: [linkTo(words.refusal.first[first], paths[first])],
  })
}

/** A form that a manager sent, and that was not done. */
function refusedForm({ frame, words, cast }: Setting): Partial<RefusalData> {
  return {
    frame: { ...frame, nav: navOf('manager', 'people', cast) },
    title: words.refusal.titles.notDone,
    code: 409,
    actions: [
      linkTo(words.refusal.toForm, '/people/per_mentor'),
      linkTo(words.refusal.first.today, paths.today),
    ],
  }
}

/** Signed in, and no page is for them. */
function nothingFor(who: 'owner' | 'executive' | 'nobody') {
  return ({ words }: Setting): Partial<RefusalData> => ({
    title: words.refusal.nothing.title,
    sentence: words.refusal.nothing[who],
    code: null,
    actions: [{ kind: 'post', label: words.frame.signOut, action: paths.signOut, hidden: {} }],
  })
}

const refusal = specimenOf<RefusalData>({
  of: RefusalPage,
  reader: 'from-a-mail',
  usual: ({ frame, words }) => ({
    frame,
    title: words.refusal.titles.notFound,
    sentence: sentenceOf({ reason: 'not-found' }, frame),
    requestId: null,
    actions: [linkTo(words.entrance.title, paths.signIn)],
    code: 404,
  }),
  states: {
    'not there, for a manager': notFoundBy('manager'),
    'not there, for a mentor': notFoundBy('mentor'),
    'not there, for an assistant': notFoundBy('assistant'),
    'a link that is not complete': ({ words }) => ({
      title: words.refusal.titles.brokenLink,
      sentence: words.refusal.brokenLink,
      actions: [],
    }),
    'a link that is not complete, of a mentor': ({ words }) => ({
      title: words.refusal.titles.brokenLink,
      sentence: words.refusal.brokenLink,
    }),
    'a link that has run out': ({ frame, words }) => ({
      title: words.entrance.endedTitle,
      sentence: sentenceOf({ reason: 'link-expired', at: at('2027-03-12T17:00Z'), ...manager }, frame),
      actions: waysOfLink(words),
      code: 410,
    }),
    'a link that has ended': ({ frame, words }) => ({
      title: words.entrance.endedTitle,
      sentence: sentenceOf({ reason: 'link-ended', ...manager }, frame),
      actions: [...waysOfLink(words).slice(0, 1), linkTo(words.entrance.title, paths.signIn)],
      code: 410,
    }),
    'a sign-in link that was used': ({ words }) => ({
      title: words.entrance.spentTitle,
      sentence: words.entrance.spent,
      actions: [linkTo(words.entrance.again, paths.signIn)],
      code: null,
    }),
    'the link to his own page was sent': ({ words }) => ({
      title: words.entrance.sentTitle,
      sentence: words.inviting.ownPageSent,
      actions: [],
      code: null,
    }),
    'the page of a form, opened directly': (setting) => ({
      ...refusedForm(setting),
      title: setting.words.refusal.titles.wrongWay,
      sentence: setting.words.refusal.wrongWay,
      code: 405,
    }),
    'from elsewhere': ({ words }) => ({
      title: words.refusal.titles.notAccepted,
      sentence: words.refusal.elsewhere,
      code: 403,
    }),
    'the rule says no': (setting) => ({
      ...refusedForm(setting),
      sentence: sentenceOf({ reason: 'changed-meanwhile' }, setting.frame),
    }),
    'the rule says no, and the form is kept': (setting) => ({
      ...refusedForm(setting),
      sentence: sentenceOf({ reason: 'changed-meanwhile' }, setting.frame),
      note: setting.words.entrance.formKept,
    }),
    'the rule says no, on a page from a mail': ({ frame, words }) => ({
      title: words.refusal.titles.notDone,
      sentence: sentenceOf({ reason: 'changed-meanwhile' }, frame),
      actions: [linkTo(words.refusal.back, '/answer?k=secret')],
      code: 409,
    }),
    'too many requests': ({ frame, words }) => ({
      title: words.refusal.titles.tooOften,
      sentence: sentenceOf({ reason: 'too-many-requests', until: at('2027-03-16T09:40Z') }, frame),
      code: 429,
    }),
    'too many links for one network': ({ frame, words }) => ({
      title: words.refusal.titles.tooOften,
      sentence: sentenceOf({ reason: 'network-asks-too-often', until: at('2027-03-16T10:00Z') }, frame),
      code: 429,
    }),
    'a bug': ({ words }) => ({
      title: words.refusal.titles.broken,
      sentence: words.entrance.broken,
      requestId: 'req_0123456789abcdef',
      code: 500,
    }),
    'the database does not answer': ({ words }) => ({
      title: words.refusal.titles.busy,
      sentence: words.entrance.busy,
      requestId: 'req_0123456789abcdef',
      code: 503,
    }),
    'no page for an owner': nothingFor('owner'),
    'no page for an executive': nothingFor('executive'),
    'no page for somebody without a role': nothingFor('nobody'),
  },
})

export const entrance: Chapter = {
  title: 'The way in',
  specimens: [
    specimenOf<SignInData>({
      of: SignInPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({
        frame,
        form: EMPTY_FORM,
        ended: null,
        back: null,
        isFormKept: false,
        canClaim: false,
        isUnknownToAccess: false,
      }),
      states: {
        'nobody is here yet': { canClaim: true },
        'not known to Access': { isUnknownToAccess: true },
        'an address that cannot be': ({ words }) => ({
          form: refusedAt('email', words.entrance.badEmail, { email: 'tom.leroy' }),
        }),
        'signed out after half a day': { ended: 'half-day', back: '/people' },
        'signed out, a form is kept': { ended: 'idle', back: '/people', isFormKept: true },
        'no longer of the programme': { ended: 'membership' },
      },
    }),
    specimenOf<ClaimData>({
      of: ClaimPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({ frame, form: EMPTY_FORM, zone: 'Europe/Paris' }),
      states: {
        'another secret': ({ words }) => ({
          form: refusedAt('secret', words.claim.badSecret, { name: manager.name, email: manager.email }),
        }),
      },
    }),
    specimenOf<SignInSentData>({
      of: SignInSentPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({ frame, email, againAt: '/sign-in' }),
    }),
    specimenOf<SignInConfirmData>({
      of: SignInConfirmPage,
      reader: 'from-a-mail',
      usual: ({ frame, cast }) => ({ frame, k: 'secret', name: cast.mentor, isTrusted: false }),
      states: { 'a device that is kept': { isTrusted: true } },
    }),
    specimenOf<SignInAgainData>({
      of: SignInAgainPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({ frame, email, back: '/people', isFormKept: false }),
      states: { 'a form is kept': { isFormKept: true }, 'nowhere to go back to': { back: null } },
    }),
    specimenOf<SignInsData>({
      of: SignInsPage,
      reader: 'manager',
      usual: ({ frame }) => ({
        frame,
        signIns: [HERE, { ...HERE, id: 'sgn_2', isThis: false, trusted: true }],
        hasKeys: true,
      }),
      states: { 'this device alone': { signIns: [HERE], hasKeys: false } },
    }),
    specimenOf<KeysData>({
      of: KeysPage,
      reader: 'manager',
      usual: ({ frame, cast }) => ({
        ...{ frame, made: null, form: EMPTY_FORM, newId: 'key_new', usualEnd: LAST_DAY },
        lines: [
          { ...KEY, name: cast.programme, programmes: [cast.programme] },
          {
            ...KEY,
            id: 'key_2',
            name: `${cast.programme} 2`,
            programmes: [cast.programme],
            isOpen: false,
            endedAt: HERE.since,
          },
        ],
        accesses: ['read', 'write'],
        programmes: [{ id: 'prg_here', name: cast.programme }],
      }),
      states: {
        'none yet': { lines: [] },
        'a key that was made': { made: { token: `sotto_${'Z'.repeat(43)}` } },
        'a form that was sent twice': { made: { token: null } },
        'of an owner with two programmes': ({ cast }) => ({
          accesses: ['read', 'write', 'health'],
          programmes: [
            { id: 'prg_here', name: cast.programme },
            { id: 'prg_there', name: `${cast.programme} 2` },
          ],
        }),
        'a day that is over': ({ frame }) => ({
          form: refusedAt('expiresOn', sentenceOf({ reason: 'day-passed' }, frame)),
        }),
      },
    }),
    specimenOf<ApiDocsData>({
      of: ApiDocsPage,
      reader: 'manager',
      usual: ({ frame, cast, words }) => ({
        frame,
        chapters: [
          {
            name: cast.unit,
            description: words.keys.about,
            operations: [
              {
                ...{ id: 'x', method: 'POST', path: '/api/v1/offers/{id}/answer', opensTo: 'key' },
                summary: words.keys.about,
                parameters: [{ path: 'id', type: 'path: string', isRequired: true }],
                body: [{ path: 'optionId', type: 'string', isRequired: false }],
                answer: [{ path: 'options[].start', type: 'string (date-time)', isRequired: true }],
                refusals: [{ status: '409', sentence: words.keys.about }],
                curl: "curl -X POST 'https://sotto.example/api/v1/offers/{id}/answer'",
              },
            ],
          },
        ],
      }),
      states: { 'of a stranger': ({ frame }) => ({ frame: { ...frame, nav: null } }) },
    }),
    refusal,
  ],
}
