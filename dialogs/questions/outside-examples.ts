/**
 * What people ask an assistant like this that is none of its business, by subject. The search learns them next to the
 * answers, so that a question about parking is not taken for one about placements. One way of asking a line.
 */
const subjects: Readonly<Record<string, string>> = {
  pay: `
    what is the band 6 salary
    how much does a band 5 earn
    band 7 pay scale
    band 3 hourly rate
    band 2 pay per hour
    how much is band 4 a year in pounds
    how many pounds is a band 4 salary
    what is the starting salary of a nurse
    what is the annual salary for a band 4
    nhs pay rise this year
    when is the pay award
    how much is the pay award
    pay scales 2026
    high cost area supplement
    unsocial hours enhancement rate
    overtime rate on bank holidays
    bank pay rate for nights
    bank shifts pay
    agency pay rates per hour
    when is pay day
    my payslip is wrong
    how do i read my payslip
    national minimum wage rate
    living wage now
    apprentice minimum wage
    tax code
    national insurance rate
    pension contributions
    nhs pension scheme
    how do i claim my pension
    mileage rate
    claim travel expenses
    student loan repayment threshold`,
  leave: `
    how much annual leave do i get
    book annual leave
    carry over leave
    maternity leave entitlement
    maternity pay
    paternity leave
    shared parental leave
    adoption leave
    sick pay entitlement
    how do i call in sick
    sickness absence policy
    bereavement leave
    carers leave
    flexible working request
    career break
    retirement age
    resign notice period
    how do i hand in my notice
    bank holiday entitlement
    jury service`,
  workplace: `
    my email is locked
    reset my password
    smartcard not working
    nhs mail login
    vpn wont connect
    how do i get wifi
    printer is jammed
    book a meeting room
    where can i park
    parking permit
    staff car park charge
    canteen opening times
    what is for lunch
    what time does the shop close
    bus to the hospital
    uniform laundry
    order a new tunic
    lost my id badge
    lost property
    staff discount
    blue light card
    gym membership
    occupational health appointment
    staff flu jab
    covid vaccine booking for staff
    fire drill
    which bin for sharps
    waste disposal colour
    how do i report a broken bed
    order stock for the ward
    estates helpdesk
    rota for next week
    swap my shift
    eroster login
    how do i book bank shifts
    who is on call tonight
    switchboard number
    visiting times
    bed state today
    how many beds are free`,
  mandatory: `
    mandatory training
    fire safety training
    manual handling update
    basic life support course dates
    resus training booking
    safeguarding level 3 training
    information governance training module
    infection control elearning
    elearning for healthcare login
    esr login
    where is the sepsis training
    conflict resolution training
    blood transfusion training
    cannulation course dates
    dbs check
    how long does a dbs take
    enhanced dbs update service
    occupational health clearance
    references for a new job`,
  otherProfessions: `
    how do i become a paramedic
    paramedic training
    how do i become a midwife
    midwifery degree
    midwife entry requirements
    how to become a doctor
    medical school entry
    junior doctor training
    foundation year doctors rota
    gp training scheme
    become a pharmacist
    pharmacist training
    pharmacy technician course
    become a dentist
    dental nurse course
    become a psychologist
    clinical psychology doctorate
    become a social worker
    social work degree
    become a radiographer degree ucas
    speech therapist degree
    physician associate
    physician associate course
    physician associate exam
    operating department practitioner course
    odp degree
    health visitor course
    school nurse training
    district nurse qualification fees
    return to practice
    return to nursing
    nurse prescribing course
    v300 prescribing
    phd in nursing
    ambulance technician job
    healthcare scientist training programme
    teacher training
    police apprenticeship
    become an accountant
    t level
    t level in health
    btec health and social care grades
    a level results day
    gcse results
    nhs graduate management scheme`,
  nursing: `
    nmc revalidation
    when is my revalidation
    revalidation hours
    nmc fee
    nmc registration fee
    how do i renew my pin
    register as a nurse from overseas
    oet score for nurses
    international nurse osce
    ielts
    nursing degree ucas deadline
    ucas deadline
    ucas points for adult nursing
    nursing bursary
    nursing associate salary
    newly qualified nurse jobs
    nurse jobs near me
    nhs jobs login
    vacancies at the trust
    job vacancies
    staff nurse interview questions`,
  immigration: `
    visa sponsorship
    skilled worker visa
    visa for a nurse
    work permit
    right to work documents
    home office fee
    settled status
    certificate of sponsorship
    health and care visa
    visa extension
    bring my family over`,
  money: `
    current levy percentage
    levy rate this year
    levy rate employers pay tax
    what is the apprenticeship levy threshold
    tuition fees this year
    tuition fees at salford
    how much are fees at manchester
    current fees for the course in pounds
    student finance
    student finance application
    student loan interest
    nhs learning support fund
    council tax
    mortgage
    childcare vouchers
    interest rates
    stock market
    trust budget deficit
    nhs budget this year`,
  news: `
    nurses strike
    strike dates
    junior doctors strike
    resident doctors strike
    who is the health secretary
    latest nhs news
    hospital merger
    trust merger news
    cqc rating of our trust
    what is our cqc rating
    waiting list figures
    a&e waiting times today
    general election
    prime minister
    is nhs england being abolished
    royal family
    pass rate on the course
    pass rates at bolton
    course ranking
    university league table
    which uni is ranked best
    student satisfaction score
    how many failed last year
    number of students at salford
    drop out rate at chester`,
  clinicalFacts: `
    symptoms of sepsis
    normal blood pressure
    what is diabetes
    side effects of ibuprofen
    how to treat a pressure ulcer
    news2 score
    what does copd feel like
    signs of a stroke
    wound care guideline
    how do i take blood
    how do i put in a catheter
    best dressing for a leg ulcer
    what is a normal temperature
    infection control policy for norovirus
    mrsa screening
    covid isolation rules
    vaccination schedule`,
  chat: `
    tell me a joke
    what is the weather
    is it going to rain
    who won the football
    who won the match
    premier league table
    what time is it
    what day is it
    what is on telly
    recommend a film
    recommend a restaurant
    recipe for lasagne
    how do i make a cake
    write me a poem
    write a story
    write an essay
    do my assignment for me
    write my foundation degree essay
    sing me a song
    play music
    capital of france
    what is two plus two
    translate this
    translate into french
    translate this into urdu
    how do you say hello in spanish
    write some code
    python script
    excel formula
    how do i do a vlookup
    make a powerpoint
    horoscope
    lottery numbers
    cheap flights
    book a holiday
    hotel near the hospital
    train times to leeds
    directions to the royal
    taxi number
    how do i lose weight
    best phone to buy
    do you love me
    what is your favourite colour
    how old are you
    meaning of life`,
  legal: `
    employment tribunal
    am i being discriminated against
    redundancy pay
    tupe rights
    union rep contact
    join unison
    freedom of information request
    how do i make a complaint about a doctor
    complaint to pals
    pals phone number
    duty of candour letter
    mental capacity act
    deprivation of liberty form
    section 2 mental health act
    power of attorney
    death certificate
    organ donation`,
};

export const outsideExamples: readonly { readonly subject: string; readonly text: string }[] = Object.entries(
  subjects,
).flatMap(([subject, lines]) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ subject, text })),
);
