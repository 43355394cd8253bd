/** What a new mentor should know, in three minutes. */
export const guideEn = {
  title: 'For a new mentor',
  /** In a list of tabs or a history, which others may see. */
  tab: 'Before the first date',
  lead: 'It takes three minutes, once. It stays here if you want to read it again.',
  sections: [
    {
      title: 'Your hours',
      lines: [
        'Say when you can be booked: two or three hours a week is plenty. Times are proposed only within them.',
        'Close the weeks when you are away. What is already fixed stays, and you are shown which dates fall in them.',
        'Dates come to your own calendar under a title that says little. Accept them there, like any others.',
      ],
    },
    {
      title: 'What a session is',
      lines: [
        'Half an hour with one person. No audience, no slides, no recording.',
        'The afternoon before, an email tells you who you are meeting, what was agreed last time, and how this session may begin. That is a proposal: on the day you will know better.',
        'Begin with what was agreed. Do one thing together. End with one small thing to try before you meet again, in the other person’s own words.',
        'Afterwards an email asks how it went: four links, under a minute. The next date is found for you.',
        'If you cannot come, if you are late, or if nobody is there after ten minutes: the email from the day before has a link for each.',
      ],
    },
    {
      title: 'Who leads',
      lines: [
        'In a workshop you teach: you show one thing, and do it together before you part.',
        'In mentoring you are the more senior, or a peer: ask more than you tell; what comes of it is for the other person to decide.',
        'In reverse mentoring you lead, although the other person is senior to you.',
      ],
    },
    {
      title: 'When the other person is far above you',
      lines: [
        'You were asked because you can do something the other person wants to learn. That is what counts for this half hour; titles wait outside.',
        'Ask first what is easy and what is not. Few people at that level can say so in front of others. Here they can.',
        'Their hands on the keyboard, not yours: whoever types is the one who learns.',
        'Say “I don’t know” when you don’t, and wait when it is quiet. The half hour does not have to be filled: ending early is a gift.',
        'Be plain about what does not work. Kindness is in how you say it, not in leaving it out.',
      ],
    },
    {
      title: 'What never to do',
      lines: [
        'Never tell anybody what was said, or even that you meet.',
        'Never write in the other person’s name, and never correct them where others can read it.',
        'Never ask for something in return: no promotion, no project, no introduction.',
        'Never chase them or whoever keeps their calendar, and never forward the invite.',
        'Never keep notes of your own about them. What you log is enough.',
      ],
    },
    {
      title: 'Who reads what you log',
      lines: [
        'What was agreed and what you saw done are read by whoever runs the programme, and by the person they are about. Whoever keeps that person’s calendar sees only times.',
        'If you ask for somebody to look at it, or say whether the hours are worth your time, only whoever runs the programme reads that.',
      ],
    },
  ],
  whom: 'Who to ask',
  askAnything: 'Ask anything, or say “this is not working between the two of us”. Nobody is blamed for it.',
  askNobody: 'The person who runs the programme. Nobody is blamed for a question.',
  haveRead: 'I have read it',
  isRead: 'You have read this.',
  toSessions: 'My sessions',
  fresh: 'Before your first meeting: a three-minute read.',
}
