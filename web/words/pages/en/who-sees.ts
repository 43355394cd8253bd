import type { Sight } from '../../../../worker/domain/people/permission.ts'
import type { Switched } from '../../../../worker/domain/people/who-sees.ts'

/** For an executive: what there is about him, and who sees it. */
export const whoSeesEn = {
  title: 'Who sees what',
  intro: 'This is the list that Sotto itself goes by. Nothing else is shown to anybody.',
  assistant: 'your assistant',
  nobody: 'nobody else',
  own: (who: string) => `${who}: only what they said themselves`,
  knows: (who: string) => `${who}: only that there is one`,
  sights: {
    time: 'When, how long and where',
    'mentor-name': 'Who you meet',
    answers: 'How a date was answered',
    bumps: 'How often a date was given up',
    topic: 'What the half hour is about',
    aim: 'What you work towards',
    track: 'Which track you follow',
    commitment: 'What was agreed, and whether it was done',
    question: 'The question that you leave beforehand',
    why: 'Why a meeting did not take place',
    'of-no-use': '“Of no use”, if that was the reason',
    stage: 'What you were seen doing so far, what may get in your way, and what an hour served',
    'private-note': 'A note that the person you meet keeps',
    'manager-note': 'A note that the managers keep about your meetings',
    'needs-manager': 'That the person you meet asked the manager to look',
    'who-looked': 'Who has looked at your page',
    pulse: 'What you say half-way and at the end, and what you ask for quietly',
    history: 'Who changed which date, and when',
  } satisfies Record<Sight, string>,
  /** What is left of a sight that the programme has switched off. */
  left: {
    stage: 'What may get in your way, and what an hour served',
    pulse: 'What you ask for quietly: a rest, or somebody else',
  } satisfies Record<Switched, string>,
}
