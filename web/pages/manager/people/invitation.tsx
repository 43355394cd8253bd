import { Hidden } from '../../../parts/fields.tsx'
import { within } from '../../../parts/within.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { INVITATION, paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'
import { Said } from './person-section.tsx'

type Props = { readonly data: PersonData; readonly invitation: NonNullable<PersonData['invitation']> }

/** The mail with a mentor's sign-in that asks for his hours: when it went, and the press that sends it. */
export function Invitation({ data, invitation: { sentAt, press } }: Props) {
  const { frame, id } = data
  const words = wordsFor(frame).people
  return (
    <section id={INVITATION} class="part" tabindex={-1}>
      <header class="part-head">
        <h2>{words.invitation}</h2>
      </header>
      <Said data={data} at="invitation" />
      <p class="soft">{sentAt === null ? words.notInvited : words.invitedOn(formatDay(sentAt, frame))}</p>
      <form
        method="post"
        action={within(frame, paths.personInvitation(id))}
        class="post"
        data-enhance="#content"
      >
        <Hidden values={{ press }} />
        <button type="submit" class="quiet">
          {sentAt === null ? words.sendInvitation : words.sendInvitationAgain}
        </button>
      </form>
    </section>
  )
}
