import type { Reference } from './reference.testkit.ts'

/** Invented: “How do we welcome new colleagues?” Held back: nothing in the method was chosen by looking at it. */
export const NEWCOMERS: Reference = {
  name: 'newcomers (en)',
  language: 'en',
  themes: {
    'Somebody to turn to': [
      'Every new starter gets a buddy',
      'Mentors from another team',
      'Someone to have lunch with on day one',
      'Name one person who answers all the silly questions',
    ],
    'Written guides': [
      'The handbook is hopelessly out of date',
      'One page with all the links you need',
      'Document how we deploy',
      'A glossary for our acronyms',
      'Nobody finds anything in the wiki',
    ],
    'Equipment and access': [
      'Laptop ready before they arrive',
      'Passwords took me two weeks',
      'A checklist for accounts and badges',
      'My screen came after a month',
    ],
    'Meeting people': [
      'Introduce them at the Monday meeting',
      'Coffee with each member of the team',
      'A map of who does what',
      'Let them visit the other departments',
    ],
    'First tasks': [
      'Give small real tasks in the first week',
      'Clear goals for the first three months',
      'Do not drown them in work',
      'Pair programming on an easy ticket',
    ],
    Feedback: [
      'Ask newcomers what surprised them',
      'A chat with the boss after 30 days',
      'Feedback in both directions',
      'Survey at the end of the trial period',
    ],
    'Working from home': [
      'Remote starters should come to the office for their first week',
      'Cameras on, at least for hello',
      'Virtual coffee for people at home',
      'Send a welcome parcel to those who work remotely',
    ],
  },
  alone: ['Explain the history of the company', 'Free fruit'],
}
