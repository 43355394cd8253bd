import type { CastProgramme } from './cast.ts'
import { seedHours, member } from './member.ts'
import { accepts, offerScene, ownTime } from './scenes.ts'

/** Another organisation in the same installation: neither programme sees the other's people. */
export const FABRIKAM: CastProgramme = {
  id: 'prg_one-to-one-of-fabrikam',
  name: 'Fabrikam',
  shortName: 'Fabrikam',
  policy: { wording: 'plain' },
  people: [
    member('per_sofia-marino-of-fabrikam', 'Sofia Marino', 'manager', {
      email: 'sofia.marino@fabrikam.example',
      zone: 'Europe/Rome',
    }),
    member('per_anneke-de-vries-of-fabrikam', 'Anneke de Vries', 'executive', {
      email: 'anneke.devries@fabrikam.example',
      zone: 'Europe/Amsterdam',
    }),
    member('per_elias-brandt-of-fabrikam', 'Elias Brandt', 'mentor', {
      email: 'elias.brandt@fabrikam.example',
      zone: 'Europe/Berlin',
      hours: seedHours(['Mon 9-12', 'Tue 14-17', 'Wed 9-12', 'Thu 14-17', 'Fri 9-12']),
    }),
  ],
  pairings: [
    {
      id: 'pai_elias-brandt-and-anneke-de-vries',
      mentorId: 'per_elias-brandt-of-fabrikam',
      executiveId: 'per_anneke-de-vries-of-fabrikam',
      kind: 'mentoring',
      place: { kind: 'room', room: 'Room Maas' },
      story: [
        offerScene(-4, '11:00'),
        ownTime({ minutesLater: 55 }, 2),
        accepts({ minutesLater: 4 }, 'executive'),
        accepts({ minutesLater: 31 }, 'mentor'),
      ],
    },
  ],
}
