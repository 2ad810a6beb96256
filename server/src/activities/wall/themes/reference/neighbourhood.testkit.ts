import type { Reference } from './reference.testkit.ts'

/** Invented: “What would make our neighbourhood better?” For work on the method. */
export const NEIGHBOURHOOD: Reference = {
  name: 'neighbourhood (en)',
  language: 'en',
  themes: {
    'Getting around': [
      'Buses every ten minutes, also in the evening',
      'Safe bike lanes to the station',
      'Slow down the cars on Mill Road',
      'More bicycle parking outside the shops',
      'A crossing where the children walk to school',
      'The last bus leaves far too early',
      'Cyclists and pedestrians need their own space',
    ],
    'Green and parks': [
      'Plant trees along the main street',
      'A community garden behind the church',
      'More benches in the park',
      'Let the grass grow wild for the bees',
      'Clean up the pond and its banks',
      'Shade! It is too hot in summer, we need trees',
    ],
    Housing: [
      'Affordable flats for young families',
      'Rents are going through the roof',
      'Renovate the empty houses on Station Street',
      'Landlords should repair damp homes',
      'Cheap housing for nurses and teachers',
    ],
    'Young people': [
      'A youth club that is open at weekends',
      'Somewhere for teenagers to hang out',
      'Skate park!!',
      'Summer jobs for teenagers',
      'Free football training for kids',
    ],
    'Older people and loneliness': [
      'Visit elderly neighbours who live alone',
      'A weekly lunch for pensioners',
      'Nobody should feel lonely here',
      'Help older people with their shopping',
      'Telephone chain so that isolated people get a call',
    ],
    'Shops and local business': [
      'Bring back the bakery',
      'Support local shops instead of the mall',
      'A Saturday market with local producers',
      'Lower rates for small businesses',
    ],
    'Rubbish and noise': [
      'Bins are overflowing every Monday',
      'Fines for dumping rubbish',
      'Loud motorbikes at night',
      'Collect the litter together once a month',
      'Quiet hours after ten',
    ],
    'Having a say': [
      'Ask residents before you decide',
      'A yearly budget that inhabitants vote on',
      'Council meetings online so that parents can take part',
      'Publish decisions in plain language',
    ],
  },
  alone: ['A public swimming pool', 'Better wifi in the library'],
}
