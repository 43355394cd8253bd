import { AnswerPage } from '../../../web/pages/answering/answer.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { answerOffer } from '../../actions/offer/answer.ts'
import { offerTimes } from '../../actions/offer/make.ts'
import { sayWhyNotSuited } from '../../actions/offer/say-why.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import { withdrawProposal } from '../../actions/session/counter.ts'
import { isId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import { whyIn } from '../../domain/session/why.ts'
import type { App, AppContext } from '../context.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { sheetOf } from '../frame.ts'
import { withAnswerer } from '../names.ts'
import { explainOutside } from '../refusals.ts'
import { refused } from '../responses.tsx'
import { dataOf } from './answer-data.ts'
import { type Chosen, readChoice } from './choice.ts'
import { openedAfter, openLink, type Opened } from './link.ts'
import { errorsAtTime } from './own-time.ts'

export function answerPages(app: App): void {
  app.get(paths.answer, async (c) => {
    const opened = await openLink(c, 'answer', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)

    const frame = sheetOf(c, opened.value.reader)
    const data = await dataOf(c.get('platform'), opened.value, frame, {
      option: c.req.query('option') ?? null,
      from: c.req.query('from'),
    })
    return c.html(<AnswerPage {...data} />)
  })

  app.post(paths.answer, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'answer', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)

    if (fields['why'] !== undefined) return sayWhy(c, opened.value, fields['why'])
    if (fields['takeBack'] !== undefined) return takeBack(c, opened.value, fields)

    const { reader } = opened.value
    const read = readChoice(fields, opened.value, sheetOf(c, reader))
    if (!read.ok) {
      const form = { values: stringsOf(fields), errors: read.refusal }
      const data = await dataOf(c.get('platform'), opened.value, sheetOf(c, reader), {
        form,
        from: fields['from'],
      })
      return c.html(<AnswerPage {...data} />, 422)
    }

    const answered = await act(c, opened.value, read.value)
    return answered.ok
      ? showDone(c, openedAfter(opened.value, answered.value), read.value)
      : showRefused(c, fields, answered.refusal, read.value)
  })
}

/** The answer stands already; what was no code of ours changes nothing. */
async function sayWhy(c: AppContext, opened: Opened, text: string) {
  const { reader, link } = opened
  const platform = c.get('platform')
  const code = whyIn(text)
  const said = code && link.offerId ? { code, byId: reader.id } : null
  const result = said && link.offerId ? await sayWhyNotSuited(platform, link.offerId, said) : null
  if (result && !result.ok) return refused(c, result.refusal)

  const notice = result?.value ? ({ tone: 'done', sentence: wordsFor(reader).whys.noted } as const) : null
  const data = await dataOf(platform, opened, sheetOf(c, reader, notice), {})
  return c.html(<AnswerPage {...data} />)
}

/** The proposed time is nobody's any more, and what was held can be answered again. */
async function takeBack(c: AppContext, opened: Opened, fields: FormFields) {
  const platform = c.get('platform')
  const { situation, reader } = opened
  const by = { id: reader.id, door: 'link' } as const
  const { takeBack: proposalId = '' } = fields
  const result: Result<Session, Refusal> = isId('ctr', proposalId)
    ? await withdrawProposal(platform, situation.session.id, { proposalId }, by)
    : refuse({ reason: 'no-such-proposal' })
  if (!result.ok) return showRefused(c, fields, result.refusal, null)
  const notice = { tone: 'done', sentence: wordsFor(reader).answering.takenBack } as const
  const data = await dataOf(platform, openedAfter(opened, result.value), sheetOf(c, reader, notice), {})
  return c.html(<AnswerPage {...data} />)
}

/** The same page with the result. */
async function showDone(c: AppContext, opened: Opened, chosen: Chosen) {
  const { reader } = opened
  const isKept = chosen.kind === 'keep'
  const notice = isKept ? ({ tone: 'done', sentence: wordsFor(reader).answering.kept } as const) : null
  const data = await dataOf(c.get('platform'), opened, sheetOf(c, reader, notice), { justNow: !isKept })
  return c.html(<AnswerPage {...data} />)
}

/** The same page with current data, the refusal and what was typed. */
async function showRefused(c: AppContext, fields: FormFields, refusal: Refusal, chosen: Chosen | null) {
  const again = await openLink(c, 'answer', fields['k'])
  if (!again.ok) return refused(c, again.refusal)

  const { reader } = again.value
  const names = await withAnswerer(c, refusal, null, again.value.situation.programme.id)
  const { status, code, sentence } = explainOutside(refusal, reader, names)
  c.set('refused', code)
  const errors = fields['choice'] === 'own' ? errorsAtTime(refusal, sentence) : []
  const frame = sheetOf(c, reader, errors.length > 0 ? null : { tone: 'refused', sentence })
  const option = chosen?.kind === 'option' ? chosen.optionId : null
  const data = await dataOf(c.get('platform'), again.value, frame, {
    option,
    own: refusal.reason === 'already-answered' && chosen?.kind === 'own' ? chosen.start : null,
    form: { values: stringsOf(fields), errors },
    from: fields['from'],
  })
  // “Move it?” says itself what is fixed, and who answered when.
  const isAsked = data.state.kind === 'answered' && data.state.wanted !== null
  return c.html(<AnswerPage {...data} frame={isAsked ? sheetOf(c, reader) : frame} />, status)
}

async function act(
  c: AppContext,
  { situation, reader, link }: Opened,
  chosen: Chosen,
): Promise<Result<Session, Refusal>> {
  const platform = c.get('platform')
  const { session, pairing } = situation
  const by = { id: reader.id, door: 'link' as const }
  if (chosen.kind === 'again')
    return offerTimes(
      platform,
      {
        ...{ id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null },
        isOnlyFirst: true,
      },
      by,
    )
  if (chosen.kind === 'anew' || chosen.kind === 'keep') {
    const partstat = chosen.kind === 'anew' ? 'DECLINED' : 'ACCEPTED'
    return answerFor(platform, session.id, { personId: situation.executive.id, partstat }, by)
  }
  return answerOffer(platform, session.id, { ...chosen, offerId: link.offerId ?? chosen.offerId }, by)
}
