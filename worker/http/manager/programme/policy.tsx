import { PolicyPage } from '../../../../web/pages/manager/programme/policy.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { changeProgramme } from '../../../actions/programme/change.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { alsoAllowing } from '../../../domain/programme/change.ts'
import { listMembers } from '../../../storage/people/membership.ts'
import { listDisplaced } from '../../../storage/session/displaced.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { displacedLines } from '../people/displaced.ts'
import { type ProgrammeScope, programmeScopeOfPath, frameInProgramme } from '../programme-scope.ts'
import { readPolicy } from './policy-form.ts'

/** What a form says of the switches that have no tick. */
const SWITCHED_OFF = { autopilot: '', privateNotes: '', stages: '', pulses: '' }

/** The policy of a programme. */
export function policyPages(app: App): void {
  app.get('/programmes/:id', async (c) => {
    const scope = programmeScopeOfPath(c)
    return scope ? page(c, scope, EMPTY_FORM) : missing(c)
  })

  app.post('/programmes/:id', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const fields = await fieldsOf(c)
    const typed = readPolicy(fields, frameInProgramme(c, null, scope))
    if (!typed.ok)
      return page(c, scope, { values: { ...SWITCHED_OFF, ...stringsOf(fields) }, errors: typed.refusal })

    const { id } = scope.programme
    const insisted = { of: { programmeId: id }, reason: outwardReasonIn(fields), by: managerOf(c) }
    const changed = await insisting(c.get('platform'), insisted, (allowed) =>
      changeProgramme(c.get('platform'), id, alsoAllowing(typed.value, allowed), insisted.by),
    )
    const errors = changed.ok
      ? null
      : outwardErrors(changed.refusal, identityOf(c).person, {
          'policy.allowedWords': 'allowedWords',
          'policy.meetingLink': 'meetingLink',
        })
    if (errors) return page(c, scope, { values: { ...SWITCHED_OFF, ...stringsOf(fields) }, errors })
    return changed.ok
      ? c.redirect(afterSaving(paths.programme(id), 'policy'), 303)
      : refused(c, changed.refusal)
  })
}

async function page(c: AppContext, scope: ProgrammeScope, form: FormState) {
  const frame = frameInProgramme(c, null, scope)
  const everybody = await listMembers(c.get('platform').db, scope.programme.id)
  const mentors = everybody.filter(({ roles }) => roles.includes('mentor'))
  const displaced = await blackedOut(c, scope, frame)
  const data = { mentors, displaced, form }
  return c.html(
    <PolicyPage frame={frame} programme={scope.programme} {...data} />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Each date once, though the day is closed for both. */
async function blackedOut(c: AppContext, { programme }: ProgrammeScope, frame: PageFrame) {
  const platform = c.get('platform')
  if (programme.status !== 'open') return []
  const [displaced, members] = await Promise.all([
    listDisplaced(platform, programme),
    listMembers(platform.db, programme.id),
  ])
  const closed = displaced.filter(({ why }) => why === 'blackout')
  const ids = new Set(closed.map(({ sessionId, time }) => `${sessionId} ${time.start}`))
  const once = closed.filter(({ sessionId, time }) => ids.delete(`${sessionId} ${time.start}`))
  return displacedLines(once, members, frame)
}
