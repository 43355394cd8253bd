import { StrangersPage } from '../../../../web/pages/manager/mail/strangers.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { settleStrangersMails } from '../../../actions/mail/settle-strangers.ts'
import { earliest, instant } from '../../../domain/time/time.ts'
import { listStrangersMails } from '../../../storage/mail/strangers.ts'
import { listMembers } from '../../../storage/people/membership.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'

/** Mail from people whom the programme does not know, by sender. */
export function strangersPages(app: App): void {
  app.get(paths.strangers, (c) => page(c, false))

  app.post(paths.strangers, async (c) => {
    const { person } = identityOf(c)
    const { programmeId = '', sender = '', upTo = '', dropped = '' } = await fieldsOf(c)
    const programme = programmeScope(c)?.programmes.find(({ id }) => id === programmeId)
    if (!programme) return missing(c)
    const now = c.get('platform').now()
    const seen = {
      programmeId: programme.id,
      sender: sender === '' ? null : sender,
      upTo: earliest(now, instant(Number(upTo) || 0)),
      dropped: Math.max(0, Math.trunc(Number(dropped) || 0)),
    }
    await settleStrangersMails(c.get('platform'), seen, person.id)
    return page(c, true)
  })
}

async function page(c: AppContext, isSettled: boolean) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const { db, now } = c.get('platform')
  const [{ mails, dropped }, members] = await Promise.all([
    listStrangersMails(db, scope.programme.id),
    listMembers(db, scope.programme.id),
  ])
  const { settled } = wordsFor(identityOf(c).person).strangers
  const frame = frameInProgramme(c, 'today', scope, isSettled ? { tone: 'done', sentence: settled } : null)
  const nameOf = new Map<string | null, string>(members.map(({ id, name }) => [id, name]))
  const senders = Array.from(
    Map.groupBy(mails, ({ sender }) => sender),
    ([address, own]) => ({
      address,
      mails: own.map(({ id, at, subject, personId }) => ({
        id,
        at,
        subject,
        to: nameOf.get(personId) ?? null,
      })),
    }),
  )
  return c.html(
    <StrangersPage
      frame={frame}
      programmeId={scope.programme.id}
      senders={senders}
      dropped={dropped}
      upTo={now()}
    />,
  )
}
