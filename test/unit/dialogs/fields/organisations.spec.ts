import { northWest } from '../../../support/schemes.js';
import { strict as assert } from 'node:assert';
import { organisations } from '../../../../data/organisations/organisations.js';
import { readAnswer } from '../../../../dialogs/understanding/answers.js';
import { organisationIn, sameOrganisation } from '../../../../dialogs/understanding/fields/organisations.js';

const scheme = northWest;

describe('dialogs/understanding/fields/organisations', () => {
  it('finds every organisation by its own name and is sure of all that are there today', () => {
    for (const { name, now } of organisations()) {
      const found = organisationIn(name);
      assert.ok(found, name);
      if (now === undefined) assert.ok(found.sure, name);
    }
  });

  const same = [
    ['MFT', 'Manchester University NHS Foundation Trust'],
    ['Fellside Trust', 'the fellside NHS trust'],
    ['Salford Royal', 'NCA'],
    ['Merseycare', 'Mersey Care NHS FT'],
    ['Northfeild Trust', 'Northfield NHS Trust'],
  ] as const;
  for (const [a, b] of same) it(`“${a}” and “${b}” are one`, () => assert.ok(sameOrganisation(a, b)));
  const others = [
    ['Bolton NHS Trust', 'Bolton Hospice'],
    ['Fellside Trust', 'Hillside Trust'],
    ['East Cheshire', 'Mid Cheshire'],
    ['Liverpool Women’s', 'Liverpool Heart and Chest'],
  ] as const;
  for (const [a, b] of others) it(`“${a}” and “${b}” are two`, () => assert.ok(!sameOrganisation(a, b)));

  it('takes no word of talk for an organisation', () => {
    for (const said of ['pat the dog for me', 'we are going', 'i am at work', 'sue hartley', 'the trust'])
      assert.equal(organisationIn(said), undefined, said);
  });

  const question = scheme.eligibility.questions.find(({ options }) =>
    options.some(({ value }) => value === 'nhs'),
  );
  const kinds = [
    ['MFT', 'nhs'],
    ['Alder Hey', 'nhs'],
    ['we’re at Pennine Care', 'nhs'],
    ['St Ann’s Hospice', 'not-for-profit'],
    ['Spectrum CIC', 'not-for-profit'],
    ['Bolton council', 'no-nhs-care'],
    ['private', 'for-profit'],
  ] as const;
  for (const [said, value] of kinds)
    it(`who may apply: “${said}” is ${value}`, () =>
      assert.deepEqual(readAnswer({ type: 'choice', options: question?.options ?? [] }, said, '2027-01-04'), {
        kind: 'value',
        value,
      }));
});
