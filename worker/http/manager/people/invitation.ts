import { INVITATION } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import { invite } from '../../../actions/people/invite.ts'
import { isId } from '../../../domain/ids.ts'
import { type App, managerOf } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { memberFor, pathOf } from './person-data.ts'
import { personPage } from './person.tsx'

/** A mentor is invited to give his hours, for the first time or again. */
export function invitationPages(app: App): void {
  app.post('/people/:id/invitation', async (c) => {
    const found = await memberFor(c)
    if (!found?.member.roles.includes('mentor')) return missing(c)
    const { press = '' } = await fieldsOf(c)
    const wish = {
      programmeId: found.scope.programme.id,
      press: isId('sgn', press) ? press : c.get('platform').newId('sgn'),
    }
    const invited = await invite(c.get('platform'), found.member.id, wish, managerOf(c))
    if (!invited.ok)
      return personPage(c, found, { form: EMPTY_FORM, editing: null, refusal: invited.refusal })
    return c.redirect(afterSaving(`${pathOf(found)}#${INVITATION}`, 'invited'), 303)
  })
}
