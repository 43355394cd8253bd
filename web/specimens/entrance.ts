import { type RefusalData, RefusalPage } from '../pages/public/refusal.tsx'
import { type SignInAgainData, SignInAgainPage } from '../pages/public/sign-in-again.tsx'
import { type SignInConfirmData, SignInConfirmPage } from '../pages/public/sign-in-confirm.tsx'
import { type SignInSentData, SignInSentPage } from '../pages/public/sign-in-sent.tsx'
import { type SignInData, SignInPage } from '../pages/public/sign-in.tsx'
import { type SignInsData, SignInsPage } from '../pages/public/sign-ins.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, specimenOf } from './specimen.ts'
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

export const entrance: Chapter = {
  title: 'The way in',
  specimens: [
    specimenOf<SignInData>({
      of: SignInPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({ frame, form: EMPTY_FORM, ended: null, back: null, isFormKept: false }),
      states: {
        'an address that cannot be': ({ words }) => ({
          form: refusedAt('email', words.entrance.badEmail, { email: 'tom.leroy' }),
        }),
        'signed out after half a day': { ended: 'half-day', back: '/people' },
        'signed out, a form is kept': { ended: 'idle', back: '/people', isFormKept: true },
        'no longer of the programme': { ended: 'membership' },
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
      }),
      states: { 'this device alone': { signIns: [HERE] } },
    }),
    specimenOf<RefusalData>({
      of: RefusalPage,
      reader: 'from-a-mail',
      usual: ({ frame }) => ({
        frame,
        title: '404',
        sentence: sentenceOf({ reason: 'not-found' }, frame),
        requestId: null,
        actions: [],
      }),
      states: {
        'a link that has run out': ({ frame, words }) => ({
          title: words.entrance.endedTitle,
          sentence: sentenceOf({ reason: 'link-expired', at: at('2027-03-12T17:00Z'), ...manager }, frame),
        }),
        'a link that has ended': ({ frame, words }) => ({
          title: words.entrance.endedTitle,
          sentence: sentenceOf({ reason: 'link-ended', ...manager }, frame),
        }),
        'the rule says no': ({ frame }) => ({
          title: '409',
          sentence: sentenceOf({ reason: 'changed-meanwhile' }, frame),
        }),
        'too many requests': ({ frame }) => ({
          title: '429',
          sentence: sentenceOf({ reason: 'too-many-requests', until: at('2027-03-16T09:40Z') }, frame),
        }),
        'a bug': ({ words }) => ({
          title: '500',
          sentence: words.entrance.broken,
          requestId: 'req_0123456789abcdef',
        }),
        'the database does not answer': ({ words }) => ({
          title: '503',
          sentence: words.entrance.busy,
          requestId: 'req_0123456789abcdef',
        }),
        'with a way on': ({ words, cast }) => ({
          title: '409',
          actions: [
            { kind: 'link', label: words.frame.nav.today, href: '/today' },
            {
              kind: 'post',
              label: words.frame.save,
              action: '/today/deeds',
              hidden: { who: cast.executive },
            },
          ],
        }),
      },
    }),
  ],
}
