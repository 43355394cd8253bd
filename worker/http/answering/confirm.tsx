import { CONFIRM_FIELDS, ConfirmPage, type ConfirmData } from '../../../web/pages/answering/confirm.tsx'
import { paths } from '../../../web/pages/paths.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { sayWhyNotSuited } from '../../actions/offer/say-why.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import { isId, type PersonId } from '../../domain/ids.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf, lookOfMentor } from '../../domain/people/permission.ts'
import { inviteOf } from '../../domain/session/session.ts'
import { whyAsked, whyIn } from '../../domain/session/why.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { findSessionByOffer } from '../../storage/session/session.ts'
import { listWhysOfOffer } from '../../storage/session/why.ts'
import type { App, AppContext } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf } from '../forms/fields.ts'
import { sheetOf } from '../frame.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened, senderLine } from './link.ts'

/** The invited person confirms, from his own mail, a decline that was requested on the invite's page. */
export function confirmPages(app: App): void {
  app.get(paths.confirm, async (c) => {
    const opened = await openLink(c, 'confirm', c.req.query('k'))
    return opened.ok ? page(c, opened.value) : refused(c, opened.refusal)
  })

  app.post(paths.confirm, async (c) => {
    const fields = await fieldsOf(c)
    const { k } = fields
    const opened = await openLink(c, 'confirm', k)
    if (!opened.ok) return refused(c, opened.refusal)
    if (fields['why'] !== undefined) return sayWhy(c, opened.value, fields)

    const { situation, reader } = opened.value
    const isKept = fields['keep'] === 'yes'
    if (stateOf(situation, reader.id) === (isKept ? 'done' : 'open')) {
      const answer = { personId: reader.id, partstat: isKept ? 'ACCEPTED' : 'DECLINED' } as const
      const by = { id: reader.id, door: 'link' } as const
      const answered = await answerFor(c.get('platform'), situation.session.id, answer, by)
      if (!answered.ok) return refused(c, answered.refusal)
    }
    const again = await openLink(c, 'confirm', k)
    return again.ok ? page(c, again.value, { isKept }) : refused(c, again.refusal)
  })
}

/** The decline stands already; what was no code of ours, or another session's offer, changes nothing. */
async function sayWhy(c: AppContext, opened: Opened, { why, offer: id = '' }: FormFields) {
  const platform = c.get('platform')
  const { situation, reader } = opened
  const code = whyIn(why)
  if (!code || !isId('off', id) || reader.id !== situation.executive.id) return page(c, opened)
  const session = await findSessionByOffer(platform.db, id)
  if (session?.id !== situation.session.id) return page(c, opened)
  const noted = await sayWhyNotSuited(platform, id, { code, byId: reader.id })
  if (!noted.ok) return refused(c, noted.refusal)
  const notice = { tone: 'done', sentence: wordsFor(reader).whys.noted } as const
  return page(c, opened, noted.value ? { notice } : {})
}

type Shown = { readonly notice?: Notice; readonly isKept?: boolean }

async function page(c: AppContext, { situation, reader, k }: Opened, { notice, isKept = false }: Shown = {}) {
  const { session, executive } = situation
  const now = stateOf(situation, reader.id)
  const state = isKept && now === 'open' ? 'kept' : now
  const { time } = session
  const isExecutive = reader.id === executive.id
  const look = isExecutive ? lookOf('executive', reader.id, executive) : lookOfMentor(situation, reader.id)
  const data = seen<ConfirmData>(look, CONFIRM_FIELDS, {
    frame: sheetOf(c, reader, notice ?? null),
    action: paths.confirm,
    k,
    executiveName: reader.name,
    time,
    otherZone: isExecutive && time ? zoneOfAt(executive, time.start) : null,
    sender: senderLine(situation),
    state,
    ...(await askedWhy(c, { situation, reader, state })),
  })
  return c.html(<ConfirmPage {...data} />)
}

/** Of the executive's side, why the time does not suit after all, where it was picked from an offer. */
async function askedWhy(
  c: AppContext,
  { situation, reader, state }: Pick<Opened, 'situation' | 'reader'> & Pick<ConfirmData, 'state'>,
): Promise<Pick<ConfirmData, 'offerId' | 'asksWhy' | 'whys'>> {
  const { session, executive } = situation
  const { offer } = session
  if (state !== 'done' || reader.id !== executive.id || !offer || offer.status === 'open')
    return { offerId: null, asksWhy: null, whys: [] }
  const said = await listWhysOfOffer(c.get('platform').db, offer.id)
  const own = said.filter(({ byId }) => byId === reader.id)
  return {
    offerId: offer.id,
    asksWhy: whyAsked(said, reader.id),
    whys: own.map(({ code, byId }) => ({ code, byId, by: null })),
  }
}

function stateOf({ session, now }: SessionSituation, personId: PersonId): ConfirmData['state'] {
  if (session.status !== 'fixed' || !session.time) return 'reopened'
  if (session.time.end <= now) return 'past'
  return inviteOf(session, personId)?.partstat === 'DECLINED' ? 'done' : 'open'
}
