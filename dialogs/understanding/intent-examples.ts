import type { Command } from './commands.js';

/** Everything that can be meant apart from an answer or a question: the commands, and what has no command of its own. */
export type Intent = Command | 'ask-colleague' | 'ap-or-na' | 'yes' | 'no' | 'unclear';

/**
 * How people ask for each thing, one way a line, in their own shorthand. The classifier learns from these at start:
 * to teach it a wording, add a line. They are written for this purpose and are not taken from the labelled set.
 */
const examples: Readonly<Partial<Record<Intent, string>>> = {
  help: `
    what are my choices
    i need some help
    i dont understand this
    i dont get it
    how do i use this
    how do i use you
    how does this bot work
    how do you work
    what am i meant to do
    what am i supposed to type
    what should i type
    what can i ask
    what can you help with
    what do you do
    what are you able to do
    what else can you do
    show me what you can do
    can you help
    can you help me please
    help pls im lost
    im lost
    im confused
    not sure what to do here
    not sure how this works
    no idea how to use this
    explain how this works
    instructions
    user guide
    show me the commands
    list of commands
    give me a hand
    stuck
    i am really stuck here
    im a bit stuck with this
    first time using this, how does it go
    what is this
    what are you
    what are you for
    who are you
    what does this thing do
    what is this bot for
    how do i talk to you
    how do i start using this
    what can you actually do
    what sort of things can you do
    how can you help me
    what can you do for me
    tell me what you can do
    can you give me a hand
    i could do with some help
    i dont know what to do
    i dont know what im doing
    where do i start
    where do i begin
    how do i get started with this
    show me how to use this
    whats this all about
    new to this help
    help please
    hlep
    halp
    help!!
    need help
    need some guidance
    any instructions
    is there a guide for using this
    what can i do here
    what can i do on this
    what do i do now
    what do i do here
    what do i do with this
    what happens here
    how do i work this
    how does it work this thing
    how do i get round this
    how do i navigate this
    dont know how to use this
    dont know what im supposed to do
    never used this before
    im new to this what do i do
    can you walk me through this bot
    show me round
    give me the options
    what are my options here
    list what you can do
    what commands are there
    what are the commands
    what buttons can i press
    what can i say to you
    what things can i type
    i cant work this out
    this isnt making sense
    this makes no sense to me
    im not following
    you have lost me
    not got a clue what to do here
    struggling with this
    i am struggling here
    having trouble with this
    can someone explain how to use this
    explain what you do
    tell me how this works
    help with using this
    quick guide please
    guide please
    bit of help please
    could do with a hand
    send help
    hepl
    im a bit lost`,
  home: `
    go to the menu
    take me home
    back to the menu
    back to main menu
    go back to the start page
    show the menu
    show me the menu
    menu please
    open the menu
    return to the menu
    main page
    front page
    homepage
    go to home screen
    back home
    home screen
    take me back to the beginning screen
    back to the first screen
    return home
    to the start menu
    top menu
    the main screen please
    get me out to the menu
    leave this and show the menu
    go to the top
    begin from the main menu
    main menu please
    take me to the start
    start page
    go home
    back to start screen
    get me home
    show main menu
    where is the menu
    how do i get to the menu
    return to main menu
    can i go to the home page
    take me to the main menu
    main menu
    menu pls
    take me to the menu
    can i see the menu
    i want the menu
    i want to go home
    back to start
    back to the start screen
    back to beginning menu
    start menu
    first page
    get back to the main screen
    go to main screen
    get out of this and go home
    out of here back to the menu
    exit to menu
    return to start page
    return to home page
    show home
    show the start page
    show the options on the home page
    bring up the menu
    see the menu again
    go back to the menu
    the menu again
    home page please
    home please
    landing page
    back to homepage
    beginning screen
    go to the front page
    hme
    mian menu`,
  greeting: `
    hi there
    hello
    hiya
    hey
    morning
    good morning all
    good afternoon
    evening
    hey there
    hi bot
    hello bot
    heya
    howdy
    hi hope you are well
    hello how are you
    how are you
    hows it going
    you ok
    alright mate
    ay up
    yo
    greetings
    hi im new here
    hello is anyone there
    hello anyone there
    are you there
    hi its me
    hi its sarah from ward 3
    hi again
    hello again
    good day
    hello?
    hi!!
    helo
    hey you
    hi bot how are you
    hey bot
    good evening
    gd morning
    mornin
    morning!
    afternoon all
    hiya love
    alright?
    hi can we chat
    hello im the ward manager on 5
    hi its jo
    hi im a ward manager
    anyone there
    you there
    is anybody there
    hi everyone
    hello again its me
    hey hows things
    hi how you doing
    how do
    how are things
    hiya you alright
    morning bot
    good morning to you
    morning how are you
    afternoon how are you
    evening all
    hi bot its claire
    hi its dave from theatres
    hello its mandy from ward 6
    hello im priya from community
    hi im the sister on ward 12
    hi im a matron in medicine
    hi i am a practice manager
    hi nice to meet you
    hello first time here
    hello im new
    good to meet you
    pleased to meet you
    helllo
    heyyy
    hii
    hellooo
    whats up
    wotcha
    ey up
    now then
    hi are you there
    hello can you hear me
    hi bot are you working
    yoo
    hi there bot
    morning team`,
  thanks: `
    thank you so much
    thanks so much
    thanks for that
    thanks for your help
    thats great thanks
    thats helpful thanks
    very helpful thank you
    brilliant thank you
    perfect thanks
    super thanks
    fab thanks
    cheers for that
    cheers mate
    nice one
    great stuff
    lovely ta
    ta very much
    tysm
    thanku
    thnx
    appreciate it
    much appreciated
    youve been a great help
    you are a star
    legend thanks
    ok thanks
    ok thank you
    great
    excellent thank you
    thats all thanks
    thanks
    thx
    ta
    cheers
    ta love
    thanks a million
    thanks v much
    many thanks
    thank u
    ty
    tyvm
    thanks again
    brill thanks
    amazing thanks
    ace ta
    good stuff ta
    thats brilliant
    thats perfect thanks
    super helpful thanks
    wonderful thank you
    thanks bye
    ok cheers
    great help thanks
    smashing thanks
    tnx
    bless you thanks
    thanks for all your help
    thanks for your time
    thanks thats really useful
    thats really helpful
    thats useful thanks
    really useful thank you
    so helpful thank you
    thank you thats all i needed
    thats everything thanks
    thats all i needed ta
    cheers thats great
    cheers thats helpful
    cheers pal
    thanks lovely
    thanks hun
    thanks bot
    thank you bot
    thankyou
    thank you kindly
    thanx
    fanks
    very grateful
    im very grateful thank you
    that was a big help
    you have been very helpful
    you have been brilliant
    ur a star
    youre a lifesaver
    lifesaver thanks
    good bot
    well done thanks
    nice thank you
    ok great thanks
    great thats all
    perfect
    brilliant
    fantastic thank you
    top stuff
    sound cheers`,
  'ready-check': `
    am i ready to apply
    are we ready yet
    are we good to go
    are we good to apply
    do the readiness check
    run the readiness check
    run a readiness check for my ward
    start the readiness check
    check our readiness
    check if were ready
    check were ready before we apply
    readiness
    readyness check
    redyness checklist
    ready to apply?
    can you check if my ward is ready
    what do i still need to do before i can apply
    what do we still need before applying
    what gaps have we got
    what are our gaps
    what am i missing to be able to apply
    whats outstanding before we can apply
    is everything in place to apply
    have we got everything in place
    have i got everything i need to apply
    do we have all we need to apply
    go through the checklist
    the checklist please
    show me the checklist
    pre application checklist
    development work checklist
    check what we have in place
    see how ready we are
    how ready are we
    how close are we to being ready
    update my readiness
    could we apply yet are we ready
    see if were ready
    test if we are ready
    do we have everything in place
    are we set to apply
    are we nearly ready
    is my ward ready
    is our team ready for this
    check im ready
    do my readiness
    readiness checklist
    readiness questions
    go through what we need before applying
    whats left before we can apply
    what else do we need to have in place before applying
    are we in a position to apply
    what have we not got in place yet
    let me do the checks
    redo the checks
    run through the checks
    do the checks again
    update what we have in place
    job description is done now update the check
    have we done enough to apply
    preparedness check
    are we ready
    are we ready for this
    are we ready to put in for places
    are we ready to send it in
    how ready is my ward
    hows our readiness looking
    readiness?
    readiness pls
    run readiness
    do readiness checks
    start the checks
    start the checklist
    open the checklist
    checklist
    checklist pls
    do the checklist
    do the checklist with me
    complete the readiness check
    finish the readiness check
    carry on with the readiness check
    go back to the readiness check
    answer the readiness questions
    answer the essential checks
    the essential checks
    essentials check
    do the essentials
    take me through the readiness questions
    take me through what we need in place
    what do we need in place first
    tell me if were ready
    tell me whether we are ready to apply
    see whether my team is ready
    want to know if were ready
    want to check were ready
    need to know if we can go ahead or if there are gaps
    have we ticked all the boxes
    do we tick all the boxes
    have we done all the prep
    have we done everything we need to before applying
    whats still to do before we can apply
    what have we got left to do before applying
    update the readiness
    update readiness our jd is done
    board have signed it off update our readiness
    person spec is finished now tick it off the checklist
    hr have confirmed now update the check
    weve got the workforce plan done now
    weve sorted study release now update the checklist
    change my readiness answers
    has anything changed on our readiness
    recheck our readiness
    check again if were ready
    redinesss
    am i reday to apply
    rediness check`,
  'good-practice': `
    good practice
    good practice checklist
    show good practice
    the good practice checks
    look at the good practice list
    do the good practice ones
    what about good practice
    extra checks
    the optional checks
    non essential checks
    do the other checks
    go through good practice
    good practise
    advice beyond the essentials
    beyond the essentials
    the nice to have checks
    recommended checks
    what else would be good to have in place
    best practice checks
    best practice checklist
    check against good practice
    more checks
    carry on to good practice
    answer the good practice questions
    start good practice
    review our good practice
    look at the good practice checks
    do good practice
    the other checks
    whats good practice
    more checks please
    good practice ones please
    optional ones
    go on to good practice
    good practice list
    good practice please
    show me the good practice ones
    show me good practice
    good practise checks
    good practise list
    good practice bit
    do the good practice bit
    do the good practice section
    i want to do the good practice checks
    can we look at good practice
    can i see the good practice list
    lets do good practice
    answer good practice
    answer the optional questions
    answer the other checks
    optional checks please
    optional questions
    the non essential ones
    do the non essential ones
    the ones that arent essential
    not essential but good to do
    whats on the good practice list
    what else should we do to be good
    what is recommended on top
    recommended but not essential
    the rest of the checks after essentials
    checks after the essentials
    finished the essentials whats next on good practice
    move on to good practice
    extra good practice
    the extras
    best practice list
    best practice
    gd practice`,
  fix: `
    fix 1
    fix number 2
    show me how to fix it
    how do i fix that gap
    how do we fix this gap
    how do i close this gap
    help me close the gap
    close the gaps
    show the fix
    show fixes
    give me the fix
    the first fix
    second fix
    fix the job description
    fix for board support
    fix the hr one
    what do i do about the missing workforce plan check
    give me the draft for that gap
    draft for gap 1
    draft email to hr for the gap
    how can i sort the gap
    next fix
    sort out gap 2
    help with the gaps
    how to fix what is missing
    what fixes are there
    how do i fix the jd one
    fix the first one
    fix gap 1
    show me the first fix
    show me how to close the gap
    how do we sort the missing job description check
    give me the fix for study release
    the hr gap how do i fix it
    sort the first gap
    how do i close gap 2
    what do i do about the gaps
    help me fix the gaps
    how do i fix it
    how do we fix that
    how do i put that right
    how can we put this right
    help me sort the gaps
    help me fix it
    fix it
    fix the gap
    fix gap
    fix the gaps
    fix the gaps for me
    fix board support
    fix the person spec
    fix the jd
    fix study release
    fix workforce plan
    fix hr
    fix 3
    fix no 2
    fix the second one
    fix the third gap
    fix the next one
    show fix 2
    show me fix number 3
    show me all the fixes
    list the fixes
    what are the fixes
    whats the fix
    whats the fix for the jd
    whats the fix for hr
    how to close the hr gap
    how to close our gaps
    how do we close the board gap
    how do i get the jd gap closed
    sort the jd gap
    sort the gaps
    deal with the gaps
    lets tackle the gaps
    work on the first gap
    what can i do about the workforce plan gap
    help with the job description gap
    help with the board support gap
    help me with gap 2
    what do we do about board support being missing
    we have no person spec how do i sort it
    we dont have a workforce plan help me fix it
    first gap please
    next gap`,
  draft: `
    show the message to send
    show me the draft message
    draft the message
    the draft message to the training department
    draft an email to l&d
    write the email to the training department for me
    give me the draft email
    give me something to send them
    draft
    the draft please
    can you write the message
    write it for me
    compose the message
    message to send
    email draft
    draft for training dept
    word the email for me
    what should i say to the training department
    draft note to education
    a message i can send to them
    copy of the draft
    show draft
    draft text
    template email to training
    prepare the message
    let me see the draft
    show me what to send
    what do i send to training
    can you draft something
    can you draft the email to training
    write me an email to the training department
    write something to l&d for me
    give me wording for the email
    wording please
    draft me a message
    something to send to our education lead
    message for l&d
    email for training department please
    show me the message
    show the email
    draft email
    draft email please
    draft a note
    draft a message for me
    draft something for me
    draft the email to our education team
    draft an email to hr
    draft an email to the matron
    draft a letter to the training department
    draft me an email
    do me a draft
    do a draft
    do the draft for me
    can i have the draft
    can i see the draft
    can you do a draft
    can you write an email for me
    could you word it for me
    could you write that for me
    write the message
    write the message to training
    write that email for me
    write me something to send
    help me write to the training department
    help me word the email
    i need a message to send to l&d
    i need something to email to training
    what do i say to l&d
    what do i put in the email to training
    what should i put in the message
    suggested wording
    sample email
    example email to send
    template message
    message template
    email template
    text i can send
    text for the email
    copy and paste message
    something i can copy and paste to them
    draft plz
    the draft email again
    see the message to send`,
  eligibility: `
    are we eligible to apply
    am i eligible for this
    is my ward eligible
    is our service eligible
    is my organisation eligible
    check if were eligible
    check my eligibility
    check whether we can apply
    eligibility check please
    eligibility questions
    do the eligibility
    start the eligibility check
    eligable?
    elegibility
    do we qualify for places
    would we qualify
    would my team qualify
    does my ward qualify
    would our practice qualify
    can my ward apply
    can our team apply
    can our hospice apply
    can a care home like ours apply
    are we allowed to apply
    am i allowed to apply
    are places open to us
    is it open to services like mine
    is my service the right sort
    could we apply
    can my department go for this
    see if my service can apply
    find out if we can apply
    could our surgery apply
    would a charity like ours qualify
    is a gp practice like ours eligible
    we are a hospice can we apply
    we are a care home can we apply
    were a private provider are we allowed
    check eligibility for my service
    see if we are eligible
    are we the right kind of organisation
    does our service count
    can my service apply
    can i put in for this as a practice manager
    would i be eligible
    am i elligible
    eligble
    do we count
    is my team allowed to go for it
    test my eligibility
    eligibility test
    quick eligibility check
    are we eligible
    are we elligible
    are we able to apply
    are we able to put in for this
    are we allowed places
    are we allowed to put in for one
    am i able to apply
    am i elegible
    is our trust eligible
    is our practice eligible
    is our team eligible
    is our care home eligible
    is our hospice able to apply
    is our ward allowed
    is it for us
    is this for services like ours
    is this open to us
    is this open to gp practices like mine
    check if my organisation can apply
    check if my practice qualifies
    check we qualify
    check were allowed to apply
    check my ward is eligible
    check eligability
    do the eligibility questions
    do the eligibility check
    run the eligibility check
    redo eligibility
    change my eligibility answers
    start with eligibility
    eligibility please
    eligibility?
    elig check
    do we meet the criteria
    do i meet the criteria
    do we meet the rules to apply
    do we fit the criteria
    does my team qualify
    does our hospice count
    does my service fit
    does our charity qualify
    would we count
    would a ward like mine qualify
    would our trust qualify
    could my team apply
    could a charity like us apply
    can our practice apply
    can our trust apply
    can our charity apply
    can we go for this
    can we go for it as a hospice
    can we put in for it
    can we even apply
    can our clinic apply
    we are a private hospital do we qualify
    we are a charity can we apply
    were a gp surgery can we apply
    were in cheshire can we apply
    were a social enterprise do we count
    i manage a care home can i apply
    see whether we qualify
    find out if were eligible
    want to check if we can apply
    want to see if we are eligible
    need to know if my service is eligible`,
  apply: `
    i want to apply for places
    i want to apply for ap places
    id like to apply
    lets apply
    apply now
    apply for a place
    apply for a tap place
    apply for two trainees
    make an application
    start application
    start applying
    start my eoi
    start the expression of interest
    begin the form
    begin the application
    begin my application
    begin an expression of interest
    do an eoi
    do the eoi now
    fill in the form
    fill out the form
    fill in an eoi
    fill in the application
    complete the eoi
    complete the expression of interest
    open the eoi form
    open the form
    i need to do the eoi
    i need to fill in the expression of interest
    go to the form
    take me to the form
    can i start the form
    can i do the application now
    where do i fill in the eoi
    get the eoi going
    expresion of interst
    i want some trainee places for my ward
    put in for a place
    put in a bid for two places
    register our interest
    start the eoi
    start eoi form
    i want to do an eoi
    complete an eoi
    do the eoi
    get going on the eoi
    can i apply now please
    ready to apply lets go
    i want to apply for an ap
    we want to apply for 2 aps
    we want a trainee ap on our ward
    i would like to put in an application
    put in an eoi
    submit an expression of interest for my ward
    sign up for a place
    sign us up
    register for places
    bid for places
    want to apply
    applying please
    apply pls
    begin applying
    open an application form
    where is the form i want to fill it in
    let me fill in the form
    eoi please
    fill in expression of interest
    id like to start the application form
    can we do the form
    can we do the form now
    can we fill in the form now
    do the form now
    apply for an ap
    apply for ap
    apply for funding
    apply for places
    apply for places please
    apply for 3 places
    apply for tap places
    apply please
    i need to apply
    i would like to apply
    i want to fill in the eoi
    i want to start the eoi
    i want to start an application
    i want to do the form
    i want to put in an eoi
    i want to express an interest
    we want to apply
    we would like to apply for places
    we would like two trainee places
    wed like to put in for three places
    need to do the form
    need to fill the form in
    need to get our eoi in
    need to start the application
    lets do the eoi
    lets fill in the form
    lets fill in the eoi
    lets fill out the expression of interest
    lets do the expression of interest
    lets get started on the application
    lets get the form done
    lets go for it apply
    fill in the eoi form
    fill in the expression
    fill out the eoi
    fill in an application form
    complete the form
    do an application
    do the application
    do my eoi
    do our eoi
    doing the eoi
    expression of interest please
    express an interest
    expresion of interest
    fill in the expresion of intrest
    eoi form
    eoi form please
    eio form
    the form
    the form please
    application form
    application form please
    start eoi now
    start to apply
    start filling in the form
    begin the eoi
    begin applying for places
    open the expression of interest
    get the form started
    get started with the eoi
    can i apply please
    can i apply here
    can i do the eoi here
    can i fill in the form here
    can we do the eoi now
    could i start an application
    where do i apply
    where do i start the form
    how do i start the form
    put us down for a place
    put our ward forward
    put my ward in for it
    were ready so start the form
    ok im ready start the application
    aply`,
  'new-application': `
    start a new application
    new application please
    another application
    start another one
    make another application
    i want to do a second application
    new eoi for a different ward
    a separate application for the other ward
    begin a fresh application for theatres
    create a new application
    create another eoi
    open a new application
    add an application
    apply for another ward
    apply for a different service
    second eoi
    do another form
    fill in another eoi
    start a different application
    one more application
    new form
    new expression of interest
    brand new application
    start a fresh eoi
    new one for ward 12
    set up a new application
    start another application for a different ward
    i want to apply for a second ward
    a second application please
    another eoi please
    do another eoi
    new application for my other team
    also want to apply for ward 8
    add a second ward
    can i start a new one
    start a new one
    a new one please
    fresh application
    begin another application
    separate form for the other service
    open another form
    one more eoi
    need a new application
    new application
    new app
    new app please
    new application for ward 5
    new application for another ward
    new application for a second ward
    new one
    new one please
    new eoi
    new eoi please
    new form please
    start new application
    start new eoi
    start a new form
    start a new eoi
    start a second application
    start a second form
    start another eoi
    start another form for a different ward
    start an application for another service
    start one for our other ward
    start one for ward 9 as well
    do a new one
    do a new application
    do a second eoi
    do one for my other ward
    do one for theatres too
    i want to do another one
    i want to do one for a different team
    i want to start another application
    i want a new application
    i need another application
    i need another form for my other unit
    i need to do another eoi
    we need a second application
    we want to apply for another service too
    i manage two wards and need one for the other
    ive another ward to apply for
    got another ward to do
    can i do another one
    can i do another application
    can i have another form
    can i put in a second eoi
    can i add another application
    can we do one for ward 3 as well
    apply for a second ward
    apply for our other site
    apply for our other team as well
    apply again for something else
    apply for another service
    another ward
    another one please
    another form
    another form for theatres
    add another ward
    add a new application
    additional application
    extra application
    separate eoi
    a different application for the community team
    one for another ward`,
  continue: `
    carry on with the form
    carry on with my application
    carry on from last time
    continue where i left off
    continue from before
    continue please
    lets continue
    lets carry on
    lets get on with it
    crack on
    crack on then
    get back to it
    back to my form
    back to where i was
    go back to my application
    pick up where we left off
    pick it up again
    pick up my application
    resume my form
    resume application
    resume where i stopped
    where did i get to
    where had i got to
    where was i up to
    keep going with it
    finish my application
    finish the form
    i want to finish what i started
    return to my application
    return to the form
    on we go
    next step please
    ready to go on
    ok go on with the form
    whats the next question
    carry on
    continue with my eoi
    continue with the form
    carry on with eoi
    get back to my form
    back to the application
    back to my eoi
    let me carry on
    id like to carry on
    im back
    im back lets carry on
    where were we
    ok where were we
    pick up where i stopped
    resume
    resume the eoi
    take me back to my form
    take me to where i left off
    finish off my application
    finish the eoi
    continue filling it in
    get on with the form
    go on with my application
    back to it
    lets finish this form
    what was i doing
    carry on form
    next bit please
    back on it
    continue
    continue form
    continue eoi
    continue my form
    continue my eoi
    continue the application
    continue with application
    continue with my form
    continue from last time
    continue from yesterday
    continue where we left off
    carry on please
    carry on now
    carry on with it
    carry on filling it in
    carry on with my eoi
    carry on from yesterday
    carry on with the application
    can i carry on
    can i carry on with my form
    can i continue
    can i finish my form
    can we carry on
    i want to carry on
    i want to continue
    i want to continue my application
    i want to finish my eoi
    i want to get back to my form
    id like to continue
    id like to finish the form
    need to finish my form
    need to finish the application
    need to carry on with the eoi
    got 5 minutes lets finish the form
    ive got time now to finish it
    im back to finish the form
    im back now
    ok im back
    back again to finish it
    back to the eoi
    back to my application
    back to form
    back to it then
    go back to the form
    go back to my form
    go back to my eoi
    go on with the eoi
    get on with it
    keep going with the form
    keep on
    lets go on
    lets keep going
    lets finish it
    lets finish the application
    lets crack on with the form
    lets get this finished
    resume eoi
    resume my application
    resume where i left off
    return to my eoi
    return to form
    take me back to the application
    take me back to my application
    take me back to where i was
    take me to the next question
    pick up from last time
    pick up my form
    pick up where i was
    where i left off
    next step
    whats the next step
    what do i need to do next
    what should i do next
    ok what next
    now what
    so what do i do next
    ok next
    proceed
    proceed with the form
    cary on`,
  status: `
    what stage is it at
    whats the status of my application
    status update
    status of the eoi
    wheres my application up to
    where is it up to
    where are we up to with it
    where have we got to
    how far along are we
    how far have i got
    how far through am i
    how is my application doing
    hows our application getting on
    how are my applications doing
    any news
    any update
    any updates on our application
    any progress on it
    whats happening with ours
    whats happening with my form
    progress
    check progress
    track my application
    show my application
    see my applications
    list applications
    all my applications
    what applications have i got
    which applications do i have open
    what have i got open
    what is left to do
    what do i have to do still on mine
    whats outstanding
    whats next and by when
    have they replied yet
    has it gone through
    where are we with it
    where has our application got to
    hows it going with our eoi
    whats going on with my application
    what happens with ours now
    any news on our form
    any news on the eoi
    has anything happened
    update please
    give me an update on our application
    how is it getting on
    where is our form up to
    what stage are we at
    what stage is our application at
    is it with the university yet
    has the uni got it
    did our form get there
    have they made a decision yet
    have we heard anything
    my forms
    see where its at
    show me all my applications
    list what ive got
    what have i got on the go
    what do i have open
    when is the next deadline for ours
    whats the next step for our application
    whats my progress
    am i nearly finished
    how much is left to do on the form
    hows my eoi doing
    what have i left to do
    what have i got left
    what is left for me to do
    status pls
    status of my application
    status of ours
    whats the status
    whats the state of play
    where are we
    where are we at
    where are we up to
    where am i
    where am i at with this
    where does it stand
    where do things stand
    where do i stand with my application
    where is my eoi
    where is my form up to
    wheres my eoi up to
    wheres it up to
    how far have we got
    how is it going
    hows it looking
    how long have we been waiting
    any news yet
    any news from the uni
    any updates
    anything happening
    anything i need to do
    anything outstanding
    what do i need to do on mine
    what have i still got to do
    what are we waiting on
    what is happening with it
    whats happening
    whats happened to my application
    what happened to our eoi
    what have i got so far
    what ive got on the go
    what forms have i got
    what is due next
    whats due
    deadline?
    our deadline?
    when is my deadline
    my deadline
    my deadlines
    my apps
    my applications
    my applications please
    my eoi
    my eoi status
    my form
    my stuff
    our application
    our eoi
    application status
    applications
    check status
    check on my application
    check how my application is going
    check my application
    see the status
    see how its going
    show status
    show my eoi
    show my forms
    show me where im up to
    show me where we are
    show progress
    give me an update
    update on our eoi
    update on my application
    progress update
    has our form been received
    has the university got our form
    have they received it
    have they decided
    did they get it
    are we waiting on anything`,
  open: `
    open ap 7k3m q9rt
    open application 2
    open the first one
    open the second application
    open number 1
    open the ward 7 one
    open the theatres application
    show application 1
    go to application 2
    open my ward 4 application
    open the old one
    open the other one
    view application ap
    look at the second application
    switch to the other application
    switch application
    switch to ward 9
    open my other application
    the other application please
    open reference ap
    bring up application 3
    load the theatre one
    take me to application 1
    use the second application
    select application 2
    open the one for ward 3
    show me the second one
    show the other application
    go to the other one
    open my second application
    open the one for theatres
    pull up my old application
    open last years one
    bring up the ward 6 one
    can i see the other application
    look at application 2
    open app 1
    swap to the other application
    open the withdrawn one
    open my application
    open the application for ward 3
    open my theatres one
    open ward 5
    open the ward 2 application
    open the community team one
    open the first application
    open the second one
    open the last one
    open the third one
    open no 2
    open 1
    open 2
    open the other application
    open the other form
    open my other form
    open my other eoi
    open the one i did last year
    open the one for the other ward
    open last years application
    open the one that was sent
    open the submitted one
    open the finished one
    open ap xk4m p2rt
    open ref ap
    open application for theatres
    go to the ward 4 one
    go to my other application
    go to my ward 9 application
    go into the second one
    go to ap 7k3m
    show the ward 5 one
    show me the theatres application
    show me application 2
    show application ap
    view my other application
    view application 3
    view the second application
    see the other application
    see application 2
    look at my other application
    look at the ward 8 one
    load application 2
    load my other one
    bring up the other application
    bring up ward 7
    pull up the theatres application
    pull up application 1
    switch to application 2
    switch to my other application
    switch to the ward 3 one
    switch to the other form
    change to the other application
    swap to ward 6
    find my ward 2 application
    find application 3
    use the other application
    i want the other application
    i want to open the ward 5 application
    can i open my other one
    can i look at the second application
    can we switch to the other one
    the second application
    the theatres one please
    the one for ward 7 please`,
  'check-answers': `
    check my answers
    show me my answers
    show me what ive put
    show what i put so far
    see what ive written
    what have i answered so far
    what answers have i given
    what have i said so far
    list my answers
    let me see my answers
    let me check what ive put
    let me read it through
    read through my answers
    read back my answers
    read it back
    go over my answers
    go through what ive put
    look over the form
    look over what ive done
    look back at my answers
    review what ive put
    review my form
    review application before sending
    view my answers
    view the form so far
    view everything
    summary
    summary of my answers
    give me a summary
    summarise what ive put
    can i check what i wrote
    preview
    preview the form
    print my answers
    double check my answers
    what have i put so far
    show me everything ive put
    can i see my answers
    let me look over it
    read me my answers
    what are my answers
    remind me what i put
    what did i put for mentor
    see the answers
    see the whole form
    go through it all before i send
    check it over
    let me check it before i send it
    show all answers
    review everything
    review before sending
    what does it say so far
    see what ive done so far
    check answers
    check my form
    check what ive put
    check what i said
    check what we have put
    check it before it goes
    check the form
    check everything before sending
    can i check my answers
    can i check what ive put
    can i review it
    can i review my answers
    can i see what ive put
    can i see the form so far
    can i see what i have answered
    can i read it back
    can you show me what i put
    can you read it back to me
    i want to check my answers
    i want to see my answers
    i want to review my answers
    i want to review it before it goes
    i want to read it over
    let me check my answers
    let me check what i said
    let me check the form
    let me have a look at what i put
    let me see what ive done
    let me see what i put
    let me review
    lets check it
    lets see what ive put
    need to check what i put
    show answers
    show my answers
    show me the answers
    show me what we have so far
    show me what i wrote
    show me what i have done
    show me everything
    see my answers
    see answers
    see what i said
    see it all
    view answers
    view my form
    review
    review answers
    review the form
    review it
    read through it
    read it through
    read over the form
    look at my answers
    look through my answers
    look over my answers
    go over what ive put
    go through my answers
    my answers
    my answers so far
    answers so far
    the answers
    what did i put
    what did i put for places
    what did i say about study release
    what did i answer
    what have i told you
    what have i put
    what have i put for the job title
    what have you got down for me so far
    what have you got down for places
    whats on my form
    whats on the form so far
    whats in the form so far
    recap
    recap please
    recap my answers
    summarise my answers
    sumary
    proof read it`,
  'confirm-answers': `
    my answers are right
    my answers are correct
    the answers are all correct
    everything is correct
    all correct
    thats all correct
    looks right to me
    all looks good
    it all looks right
    confirm my answers
    confirm answers
    i confirm the answers
    answers are fine
    happy with my answers
    im happy with that
    happy with the form
    good to go with those answers
    nothing to change
    no changes needed
    all good carry on to declaration
    go to the declaration
    accept answers
    answers confirmed
    yes these are all right
    everything looks fine on the form
    ready for the declaration
    yes its all correct
    all fine go to the declaration
    answers look good
    everything is right
    its all right
    yes all correct
    all my answers are right
    ive checked it and its fine
    checked and correct
    read it all its fine
    i have checked my answers
    thats all fine
    ready to declare
    do the declaration
    sign the declaration
    on to the declaration
    no changes
    nothing needs changing
    looks good to me
    looks fine
    all ok
    answers are right
    answers are correct
    answers all right
    answers all correct
    answers ok
    my answers are fine
    my answers are ok
    all my answers are correct
    all of that is right
    all of it is correct
    all is correct
    all is well with the answers
    all good
    all good with the answers
    all checked
    all checked and fine
    ive checked my answers theyre fine
    ive checked them all
    ive checked everything its right
    i have checked it all and it is correct
    ive read through it and its right
    ive been through it its fine
    its all correct
    its all fine
    its all good
    its correct
    its all as it should be
    that looks right
    that looks fine
    that all looks fine
    that is all correct
    that is all right
    thats all right
    thats all good
    thats all ok
    they are all correct
    theyre all right
    theyre fine
    they look right
    everything looks right
    everything is fine
    everything is ok
    everything correct
    everythings right
    looks right
    looks good
    looks ok
    looks correct
    looks all right to me
    happy with answers
    happy with that
    happy with it all
    happy to confirm
    im happy with it
    im happy with my answers
    happy to go on to the declaration
    happy to sign
    confirm my form
    confirm that its all correct
    confirm these
    i confirm theyre right
    i confirm these are correct
    answers confirmed go to declaration
    nothing to alter
    nothing wrong with it
    no mistakes
    no changes thanks
    no corrections
    declaration
    declaration please
    do declaration
    go to declaration
    take me to the declaration
    ready to sign the declaration
    i want to sign the declaration
    i want to declare
    i want to do the declaration
    lets do the declaration
    sign it off
    sign the form`,
  missing: `
    answer what is missing
    answer the missing ones
    answer the missing questions
    do the missing answers
    do the ones i left
    fill in the gaps in the form
    fill in what is missing
    fill in the blanks
    go to the unanswered questions
    unanswered questions
    which questions are left
    which questions have i not answered
    what have i not answered
    whats missing from the form
    what is missing on my form
    what did i skip
    the parked questions
    go back to the parked ones
    do the parked questions
    show the parked ones
    answer parked
    complete the missing bits
    go to the first missing answer
    missing answers
    whats blank
    finish off the blanks
    whats not filled in
    what have i left blank
    which ones did i miss
    what did i miss
    what did i leave out
    show me the gaps in the form
    questions i havent answered
    whats still blank
    answer the ones i parked
    go through the ones i skipped
    do the ones i skipped
    back to the skipped questions
    fill the rest in
    whats left to answer
    the ones i said i didnt know
    missing
    missing questions
    missing bits
    missing info
    the missing ones
    the missing bits
    the missing questions
    whats missing off the form
    what is missing
    whats still missing
    whats left to fill in
    whats left on the form
    whats left to do on the form
    whats not done on the form
    whats not answered
    whats incomplete
    what bits havent i done
    what bits have i not filled in
    what questions are left
    what questions have i got left
    what questions have i not done
    what questions havent i answered
    what did i park
    what have i skipped
    what have i missed
    what havent i done
    what did i not fill in
    what still needs an answer
    what still needs filling in
    which bits have i missed
    which did i park
    which did i skip
    which questions did i miss
    which questions are missing
    show me whats missing
    show me the missing ones
    show me the unanswered ones
    show whats left
    show the gaps in my answers
    list the unanswered ones
    take me to the missing questions
    take me to the ones i left
    go to the missing ones
    go to whats missing
    go to the ones i didnt answer
    go back to the ones i missed
    go back to the questions i parked
    back to the parked ones
    back to the ones i didnt know
    i want to answer the missing ones
    i want to do the ones i left
    i want to fill in the missing bits
    i know the answer to the one i left
    i know that one i parked now
    ive got the answer to the one i didnt know
    can i fill in the missing ones
    can i go back to the ones i left
    can we do the parked ones
    do the missing questions
    do the ones i missed
    do the unanswered ones
    do the rest of the questions i left
    answer missing
    answer whats left
    answer the ones i left
    answer the skipped ones
    answer the rest
    complete what is missing
    complete the ones i left
    fill in whats missing
    fill in the missing bits
    fill in the rest
    finish the missing ones
    finish the bits i left
    unanswered ones
    blanks
    the blanks
    parked ones
    parked questions please
    skipped questions`,
  change: `
    change the ward name
    change my answer about places
    change one of my answers
    change an earlier answer
    change what i put for mentor
    change the postcode
    change the number of trainees
    change places to 4
    change the email address
    change the manager name
    change the job title
    i need to change an answer
    i want to change something
    i want to change the mentor
    i put the wrong postcode
    i put the wrong number of places
    ive put the wrong email
    i made a mistake in the phone number
    i made a mistake earlier
    that was wrong can i change it
    edit my answer
    edit the service name
    edit places
    amend the mentor hours
    amend an answer
    alter the study day
    alter the number
    correct the email
    correct my phone number
    correct a mistake
    fix a typo in the ward name
    update the hr contact
    update my job title
    update the number of places
    can i amend the intake
    can i fix my answer about study release
    should have said 3 places
    actually it should be 2 places
    make it 5 places instead
    i meant 3 not 2
    swap the mentor for someone else
    the mentor has changed
    change my answer
    i want to change what i put
    can i change the number of places
    i need to change the email
    wrong postcode
    wrong email
    thats the wrong name
    update the mentor
    change the hr contact
    the mentor is someone else now
    need to correct the ward name
    typo in the service name
    i got the band wrong
    change the intake to september
    change my study day answer
    change 2 places to 3
    we want 3 places now not 2
    can we have one more place
    edit the form
    amend the form
    need to alter something on the form
    go back and change the mentor
    change the answer about board sponsor
    update my phone number
    ive spotted a mistake
    change job title
    modify an answer
    i need to edit something
    put 4 instead of 3
    change answer
    change one of the answers
    change the last answer i gave
    change the number of places
    change how many places we want
    change places
    change ward name
    change the site
    change the trust name
    change my email
    change the phone number
    change mentor
    change mentor hours
    change hr contact
    change the study day
    change study day to thursday
    change the role
    change the role to advanced practitioner
    change the reason we need the role
    change what i said about the mentor
    change what i put earlier
    can i change my answer
    can i change the mentor
    can i change that
    can i edit it
    can i edit the form
    can i fix the postcode
    could i change one of my answers
    how do i change an answer
    how do i correct a mistake
    i want to change the number of places
    i want to correct something
    i need to change something
    i need to correct something
    i need to update the mentor
    need to change an answer
    need to fix a typo
    got the postcode wrong
    i got the number wrong
    ive got the mentor wrong
    ive put the wrong thing
    ive made a mistake on the form
    i made an error
    i typed it wrong
    ive spelt it wrong
    i put 3 it should be 2
    it should be 2 not 3
    should be 3 places
    make it 2 places
    we now want 2 places
    we want fewer places
    we only want 1 place now
    mentor has left theres a new one
    our ward name has changed
    my number is wrong
    my phone number has changed
    the postcode is wrong
    thats wrong
    that answer is wrong
    an answer is wrong
    wrong ward
    wrong name
    typo
    mistake in the postcode
    edit
    edit answers
    edit my answers
    edit ward name
    edit number of places
    amend answer
    amend the places
    amend the ward name
    alter the form
    alter the number of places
    correct something
    correct the ward name
    update my answer
    update my email
    update mentor details
    replace the mentor`,
  back: `
    back one
    go back a question
    go back one question
    go back to the last question
    back to the previous question
    back up
    back a bit
    previous one
    the previous question
    the last question again
    the question before
    question before please
    show me the last question again
    return to the last question
    step back
    one step back
    undo that
    undo my last answer
    take that back
    oops go back
    whoops back
    wait go back
    hang on go back
    can i go back
    can we go back one
    i want to go back
    let me go back
    let me redo the last one
    redo the last question
    last one again
    go back please
    last question please
    back a question
    let me see the previous one
    take me back one
    go to the one before
    return to previous question
    i want the question before
    one question back
    reverse
    hit next by mistake go back
    go bakc
    bk
    previous pls
    back
    back please
    back pls
    back 1
    back one please
    back one question
    back to last one
    back to the last one
    back to the one before
    back to the question before
    back to previous
    back a step please
    back a page
    back to the previous page
    go back one
    go back 1
    go back one please
    go back a step
    go back a page
    go back to the one before
    go back to the previous question
    go back to previous
    go bk
    can i go back one
    can i go back a step
    can i go back to the last question
    can i go to the previous question
    can i see the last question again
    can i redo that one
    can i do the last one again
    can you go back
    can you go back one
    can you take me back one
    could we go back
    how do i go back
    how do i get back to the last question
    i need to go back
    i need to go back one
    i want to go back to the last question
    i want to redo the last one
    lets go back
    lets go back one
    let me go back one
    let me do that one again
    let me do the last one again
    let me have another go at the last one
    want to go back
    previous
    previous please
    prev
    prev question
    previous page
    previous step
    previous screen
    show the previous question
    show me the previous question
    show me the one before
    take me back a question
    take me to the last question
    take me to the previous question
    the one before
    the last one again please
    the question before that
    the question before this one
    one before
    last question again
    last one please again
    undo
    undo it
    undo last answer
    undo the last one
    oops wrong one go back
    oops undo that
    pressed the wrong button go back
    hit the wrong one
    clicked the wrong one go back
    i pressed next too soon
    sorry go back one
    wait can we go back
    reverse a step`,
  save: `
    save and come back later
    save it for later
    save this for now
    save my progress
    save progress
    save my form
    save what ive done
    save & close
    save and close
    save and quit
    save so far
    keep it for later
    keep this and ill finish later
    i have to go
    ive got to go
    got to run
    gotta go
    need to go
    being called away
    ive been called away
    ill come back to this
    ill come back later
    come back to it tomorrow
    ill do the rest later
    do the rest tomorrow
    finish this tomorrow
    finish it another time
    i need to stop here
    stop here for today
    thats it for today
    thats enough for now
    leave it there for now
    pause this
    pause the form
    can i pause here
    bleep going off back later
    busy back in a bit
    end for now
    bye for now
    see you later
    signing off
    log off
    close this
    save and leave
    save it and close
    save what i have
    save this form
    can i save this
    can i save and finish later
    i need to save this
    save my application
    save my answers for later
    stop here
    leave it for now
    stop for today
    ill stop there
    off to handover save this
    my breaks over
    got a patient got to go
    need to stop
    have to leave it there
    ill have to do this another time
    leaving now
    im off
    im finished for today
    done for today
    ill carry on tomorrow
    continue this tomorrow
    shut it down
    close the form
    keep my place
    hold my place
    save plz
    sav
    brb save this
    save it please
    save all
    save everything so far
    save now please
    save this and stop
    save this until later
    save what ive done so far
    save and finish later
    save and go
    save and come back tomorrow
    save the form
    save and log out
    can you save it
    can you hold this for me
    can i save it there
    can i leave it and come back
    can i come back to it later
    can i do this later
    can i finish it another day
    can i pause this
    i need to save and go
    i need to leave
    i need to come back to this later
    i have to leave
    i have to go to handover
    i want to save it
    i want to finish later
    i want to stop here
    ill finish it tomorrow
    ill finish the form later
    ill do this later
    ill come back to it
    ill come back tomorrow
    ill be back later
    ill pick it up later
    ill leave it for now
    ill stop there for now
    im going to stop there
    im done for now
    im off home
    im wanted on the ward
    got to go now
    got to go back on the floor
    g2g
    emergency got to go
    need to get back to work
    need to pause
    need to save this
    exit
    exit for now
    quit
    quit and save
    leave it there for today
    leave the form for now
    stop there
    stop now
    finish later
    finish off later
    do this later
    come back to this later
    pause please
    pause for now
    thats all for today
    thats me done for now
    enough for now
    ive run out of time
    havent time to finish now
    out of time
    shift finished
    back soon
    log out
    close
    close and save
    goodbye
    laters
    night night
    keep what ive done
    store it for later
    park the form for now`,
  cancel: `
    cancel this application
    cancel it
    cancel everything
    cancel the form
    cancel the eoi
    i want to cancel
    please cancel
    can i cancel this
    stop this application altogether
    stop doing this
    stop the form
    abandon it
    abandon this form
    abandon the application
    abort
    scrap it
    scrap this
    scrap the form
    bin it
    bin this one
    ditch it
    drop it
    drop this
    forget about it
    forget the whole thing
    leave it never mind
    nah forget this
    dont bother
    i dont want to do this
    i dont want to carry on with this
    i dont want to continue
    ive changed my mind
    changed my mind about all this
    not going ahead with this form
    get rid of this form
    discard
    discard this
    cancel it all
    cancel this form
    stop all this
    call it off
    i want out
    bin the whole thing
    chuck it
    get rid of it
    scrap that application
    i dont want to apply any more
    we dont want to apply now
    not bothering with this
    give up
    i give up on this
    quit this application
    end this application
    kill it
    void the application
    throw it away
    nevermind all this
    cancell
    cancel
    cancel pls
    cancel this one
    cancel the lot
    cancel the whole thing
    cancel our application
    can you cancel this
    can you cancel my application
    can we cancel this
    can i cancel my application
    can i scrap it
    could you cancel it
    how do i cancel this
    i want to cancel it
    i want to scrap this
    i want to drop this
    id like to cancel
    i need to cancel
    we want to cancel
    lets cancel
    lets bin it
    lets drop it
    lets not bother
    lets stop this altogether
    just forget it
    just stop it
    please cancel my form
    scrap
    scrap the whole thing
    scrap my form
    bin the application
    bin my application
    ditch the form
    dump the form
    drop the whole thing
    abandon my application
    abort this
    forget this
    forget this form
    forget the application
    never mind
    nvm
    oh forget it
    actually cancel that
    actually dont bother
    on second thoughts forget it
    changed my mind cancel it
    changed my mind about applying
    weve changed our minds
    weve decided not to apply
    ive decided against it
    not doing this
    not doing it now
    not applying after all
    not interested
    i dont want to do the form
    i dont want this
    i dont want to go on
    i dont want to finish it
    i dont want to fill this in
    we dont want to do this any more
    we wont be applying
    were not applying after all
    i no longer want to apply
    cant be bothered
    this is a waste of time
    give up on this
    end it
    end the application
    exit without saving
    dont save
    delete this form
    delete the form
    delete my application
    delete this
    get rid of my form
    throw the form away
    stop my application
    stop this form
    stop please i dont want this`,
  'start-over': `
    start all over again
    start over from the beginning
    start from the beginning again
    start from the top
    start from scratch
    start fresh
    start this again
    start the form again
    begin again from the start
    begin again
    back to square one
    go back to the very beginning
    from the top
    from the beginning please
    restart the form
    restart it
    restart everything
    re start
    reset
    reset the form
    reset everything
    reset my answers
    clear the form
    clear my answers
    clear it and start again
    wipe the form and start over
    redo the whole form
    redo everything
    do the whole thing again
    do it all again from the start
    let me start again
    can i start again
    i want to start over
    start again
    start from the start
    start anew
    begin from scratch
    wipe it and start again
    can i start afresh
    scrap it and start again
    i want to begin again
    restart please
    go right back to the start
    reset it all
    do over
    start afresh
    blank form please
    start with a clean form
    strat again
    start over please
    start again please
    start again from the top
    start again from the start
    start again from nothing
    start it again
    start it all again
    start my application again
    start the form over
    start the form from scratch
    start from fresh
    start from nothing
    start a fresh
    start with a clean slate
    can i start again from scratch
    can i start the form again
    can i restart the form
    can i redo the form
    can i redo it all
    can i clear it all
    can we start again
    can we start over
    could i begin again
    how do i start over
    how do i reset it
    i need to start again
    i need to redo the whole form
    i want to start again
    i want to start from the beginning
    i want to redo the whole thing
    i want to restart
    i want to clear everything and start again
    id like to start over
    id rather start again
    lets start over
    lets begin again
    lets restart
    lets go from the top
    let me start from scratch
    let me redo the whole form
    ive messed it up can i start again
    its all wrong lets start again
    its all wrong start over
    scrap that start again
    scrap all that and start again
    bin it and start again
    forget all that start again
    clear
    clear all
    clear all my answers
    clear everything and start over
    clear form
    wipe the form
    wipe the answers
    wipe it clean
    empty the form
    restart from scratch
    restart from the beginning
    restart the application
    reset form
    reset it
    reset my form
    reset all
    redo
    redo it from scratch
    redo the whole thing
    redo my form from the start
    do it all over again
    do the form from scratch
    do the whole form again
    begin all over again
    back to the beginning
    back to the very start
    go back to the start of the form
    go from the start
    from scratch
    from the start please
    fresh start
    clean slate
    strt over`,
  copy: `
    copy the form from last year
    copy from my last form
    copy my previous eoi
    copy the old application
    copy an earlier application
    copy this for another ward
    copy it for ward 5
    make a copy
    make a copy of it
    make a copy for another ward
    duplicate
    duplicate it
    duplicate my application
    duplicate the form for theatres
    clone my application
    clone it
    clone last years
    use last years form
    use the same answers again
    use the answers from before
    use my old form
    use my previous application as a start
    use an old one as a template
    reuse it
    reuse my last one
    reuse the form
    reuse last years answers
    base it on the last one
    same again for another ward
    the same as last time for a new application
    start from a copy
    start from my old one
    repeat my last application
    can i copy over what i put last time
    copy it for another ward
    copy this application
    copy last years form
    can i copy an old one
    copy my application for another ward
    use my last application
    use last years answers
    use the same form as before for a new ward
    carry over my answers
    carry over last times answers
    bring my answers across
    bring over what i put before
    start a new one from an old one
    new application from the old one
    make another like this one
    same application for a different ward
    copy over from the unsuccessful one
    try again with a copy
    apply again with the same answers
    can i reuse the old form
    copy
    copy it over
    copy it to a new one
    copy my answers
    copy my answers into a new application
    copy my eoi
    copy my last one
    copy my old form
    copy my withdrawn application
    copy our old one
    copy last years application
    copy last time
    copy the answers over
    copy the form
    copy the last application
    copy the previous one
    copy the one for ward 3
    copy the ward 5 application for ward 6
    copy this one
    copy this eoi
    copy what we had
    copy an application
    copy an old eoi
    copy everything from last time
    can you copy my old application
    can you copy the answers over
    can you duplicate it
    can i copy it for another ward
    can i copy my old one
    can i duplicate this
    can i use last years answers
    can i use the old application
    can i use the same answers
    can i reuse last years
    can i start from a copy
    i want to copy it
    i want to copy my old application
    i want to use last years answers
    i want to reuse my answers
    id like to reuse the old one
    need a copy of it for another ward to fill in
    we want the same again for ward 3
    same answers for another ward
    same again for the other ward
    do the same form for another ward
    do the same one for my other ward
    make a copy for theatres
    make a copy of last years
    duplicate this
    duplicate this one
    duplicate last years
    clone this
    clone the form
    replicate the form for ward 2
    reuse this
    reuse my old application
    reuse last years form
    reuse the old answers
    recycle my old form
    use last years application
    use last times answers
    use my old application
    use my old one
    use my answers again
    use our old answers
    use the last application as a start
    use the old form
    use the same form again
    use this for another ward
    use it as a template
    pull my answers through from last time
    bring my old answers over
    carry the answers over
    fill it in from my old form
    prefill it from the last one
    base it on my old one
    start from last years
    start from an old application
    reapply using my old form`,
  documents: `
    get my documents
    show me my documents
    get the word document
    get the completed form
    give me the word version
    give me the word file
    word copy please
    word doc
    where is the form
    wheres the document
    where can i get my form
    where do i download it
    download my form
    download the word doc
    download the email
    download documents
    get a copy of my form
    i need a copy of the form
    i need a copy of what i sent
    send me a copy
    send me the document
    send me the word doc
    email me the form
    print the form
    printable version
    pdf of the form
    pdf please
    the files
    my files
    the receipt please
    show my receipt
    copy of the receipt
    cover email
    the covering letter
    covering email please
    the email text to send with it
    link to the form
    open the document
    export the form
    attachments
    can i have the form
    i want the form as a word doc
    download form
    get my form
    get the documents
    where are my documents
    where is my completed form
    where do i get the completed form
    i lost the email with the form
    i need the covering email
    show me the cover email again
    send the form to me again
    resend the documents
    the link has expired
    link doesnt work any more
    new link please
    can i print it
    print it
    can i get a pdf
    word version
    get me the receipt
    proof that i sent it
    the finished form please
    the file please
    doc please
    my copy of the form
    give me the covering email
    documents
    docs
    my documents please
    form as pdf
    the document
    the word form
    word copy
    pdf
    pdf of my form
    print out
    print the document
    my receipt
    cover letter
    covering email
    the cover email
    can i download it
    can i get the form
    can i get a copy of the form
    can i have a copy of what i sent
    can i have the word version
    can i have the cover email
    can i have it as a word document
    can i see the completed form
    can you send me the document
    can you send the link again
    could i have a copy please
    could you give me the form
    how do i get my form
    how do i print it
    i need the document
    i need the completed form
    i need a copy for my records
    i need my documents
    i need to print it
    i want the documents
    i want my documents
    i want to download my form
    i cant find my documents
    ive lost the form
    ive lost the email
    link
    link expired
    the link wont open
    new link
    resend the form
    resend it to me
    send me the files
    send me the finished form
    send me the covering email
    send the documents
    email me the document
    get the document
    get the receipt
    get a copy of the form
    get me the documents
    give me the documents
    give me the receipt
    give me a copy of the form
    show me the word document
    show me the completed form
    see my documents
    download doc
    download it
    download the eoi
    download the files
    download my copy
    download a copy of the form
    wheres the form
    wheres the download
    wheres my receipt
    where is my copy
    where do i get the form
    where can i download the form
    copy for my records
    copy of the form please
    a copy for me please
    evidence i sent it
    completed eoi
    files
    the attachments`,
  sent: `
    i sent it yesterday
    sent it off
    sent the form
    sent it to the uni
    sent to chester today
    ive sent the form off
    ive sent it in
    ive now sent it
    ive just sent it
    just sent it
    we sent it last week
    we sent it on the 3rd
    form has gone
    form sent
    form is in
    form is off
    its gone off
    its been sent
    its submitted
    submitted
    i submitted it
    submitted it on monday
    submitted the eoi this morning
    submitted today
    ive submitted it
    eoi submitted
    eoi sent to uclan
    eoi has been emailed
    emailed it over
    emailed the form to the university
    ive emailed it
    emailed 4th march
    posted it
    handed it in
    put it in yesterday
    returned the form on friday
    mark it as sent
    mark as sent
    record that i sent it
    ive emailed it to the university
    emailed to uclan today
    its off
    its in
    gone to the uni
    its with the university now
    form went off this morning
    sent on monday
    sent it yesterday
    sent today
    weve sent it
    we have sent the eoi
    eoi went in on friday
    i have returned the form
    returned it to chester
    returned to uni
    handed the form in
    dropped it off
    posted yesterday
    just emailed it
    just submitted
    submitted eoi last week
    sending done
    that has been sent
    i sent the eoi off
    done sent it
    snet it
    sent
    sent off
    sent it this morning
    sent it all off
    sent the eoi off
    sent my form
    sent the form to uclan
    sent to the uni
    sent to edge hill
    sent by email
    i sent the form on monday
    i sent it in last week
    i have sent the form
    i have submitted it
    ive sent the eoi
    ive sent it to bolton
    ive emailed the form
    ive emailed it to chester
    ive submitted my application
    ive handed it in
    ive returned the eoi
    ive just submitted the form
    we sent the form to chester on friday
    we submitted it
    we submitted it last week
    we have sent it to the university
    we have returned the form
    weve submitted our form
    weve put our eoi in
    its sent
    its been sent to the uni
    its gone in
    its gone to chester
    its away
    its submitted now
    it went this morning
    it went off last week
    it has gone to the university
    it is sent
    eoi gone
    eoi has gone
    eoi has been sent
    eoi is with the uni
    eoi sent
    eoi returned
    form emailed to uni
    form has been sent
    form is with the university
    form sent yesterday
    form went to bolton
    my manager sent it
    our education lead submitted it
    l&d sent it off
    application sent
    application went in last week
    all sent off
    emailed it
    emailed it to uclan
    emailed off
    emailed to the uni
    returned it
    returned it to the uni
    submitted it
    submitted the form
    submitted to the university
    submitted yesterday
    mark it sent
    mark the eoi as sent
    record it as sent
    log it as sent
    tell you its been sent
    i need to mark it as sent
    can you put that its been sent
    fyi sent it
    gone off
    gone to uclan
    has gone to the uni
    handed it over to the uni
    dropped it in to the university
    pressed send`,
  decision: `
    weve had an answer
    weve had a reply
    we got a decision
    got the decision
    the decision is in
    the decision came
    results are in
    we heard back from the uni
    heard from chester
    heard from the university today
    the university said yes
    the university said no
    uni said no
    uni turned us down
    they said yes
    they said no
    they turned us down
    they rejected it
    they refused us
    they have funded us
    they have approved it
    they approved 2 places
    it was approved
    weve been approved
    weve been successful
    we were successful
    we got the places
    we got 2 places
    we got 3 of the 4
    we got one place out of two
    awarded 2 places
    awarded all of them
    weve been awarded funding
    we got funding
    we are funded
    we didnt get funded
    we didnt get any
    we werent successful
    unfortunately not successful
    we lost out
    got turned down
    bad news from the uni
    good news we got it
    its a yes
    its a no from them
    offered us 1 place
    record the outcome
    put down the outcome
    not funded this time
    we were not funded
    not this time
    no funding
    no luck with the funding
    didnt get it this time
    we havent got it
    didnt get the places
    unsuccessful this time
    turned down this round
    rejected this time
    they arent funding us
    they wont fund it
    they wont fund us
    they are funding us
    they are funding two
    weve got funding
    funding agreed
    funding came through
    funding approved
    got the funding
    got it
    weve got the places
    got all three places
    only got one place
    only 1 of the 2
    2 out of 3 funded
    partly funded
    they gave us two
    they gave us one of the three
    yes from the university
    its a no
    we had a letter saying no
    the letter says yes
    email came saying we got it
    chester have accepted us
    the commissioner said yes
    commissioner turned it down
    outcome is in
    decision is in
    ive had the outcome
    ive had the decision
    we know the outcome
    i want to record the decision
    enter the decision
    still no decision
    no reply yet from the uni
    havent heard back yet
    not heard anything yet
    the decision has come
    the results have come
    decision came today
    we have the outcome
    we have heard from the university
    we have been given one place
    we have been successful
    weve had the letter
    weve had a yes
    weve heard back
    weve been awarded 1 place
    weve been funded for 2
    weve been unsuccessful
    weve got one of the two
    weve got the go ahead
    we got the letter
    we got the email we got 2 places
    we got one
    we got 2 out of 3
    we got nothing
    we got approved
    we didnt get the funding
    we were funded
    we were refused
    we werent funded
    we only got two places
    they gave us one place
    they gave us the go ahead
    they have given us one
    they have rejected it
    they have refused
    theyve turned us down
    they said no to our eoi
    they agreed it
    they funded 2 of our 3
    they only funded one
    uni says no
    uni has turned it down
    university turned us down
    heard from uclan
    heard back its a yes
    got approval for two places
    got the letter
    got our places
    got none
    good news we got the places
    sadly not successful
    unfortunately they said no
    accepted
    awarded one place
    knocked back
    no answer yet
    not successful
    no we didnt get it
    not heard from them
    havent heard anything
    still not heard
    still no news from the uni
    offer came through
    funding secured
    funding was approved
    funded for all three
    2 funded
    one of two funded
    all places awarded
    one out of three
    record that we were turned down
    enter the outcome
    add the decision
    i want to tell you the outcome
    id like to record the outcome
    where do i record the outcome
    eoi approved
    our eoi was accepted
    our application was rejected
    application rejected
    it was a yes
    it was successful
    its been approved
    its approved`,
  withdraw: `
    withdraw our application
    withdraw our eoi
    withdraw from it
    withdraw from this round
    we want to withdraw our form
    id like to withdraw
    i need to withdraw
    can i withdraw
    we are withdrawing
    were withdrawing
    were pulling out
    we have to pull out
    pull our application
    pull the application
    pull it
    take our name off
    take us off the list
    take our application back
    take it back from the uni
    remove our application from the scheme
    remove us from the round
    we dont need the places now
    we no longer want the places
    we no longer need the trainee place
    were not going ahead
    not going ahead any more
    we cant go ahead
    the post has been frozen so we cant go ahead
    give the places back
    hand back the places
    turn down the places
    decline the places
    retract it
    retract the eoi
    stop our application going forward
    withdraw it please
    withdraw the eoi we sent
    we wish to withdraw
    pull our eoi
    pull out of it
    pull out of the scheme
    we are pulling out
    we are out
    take us out of it
    take us out of the running
    we dont want the place any more
    we dont need it any more
    no longer going ahead
    we cant take the places
    we have lost the funding for the post so pull out
    our candidate dropped out so withdraw
    turn the offer down
    decline the offer
    give the place back
    hand the place back
    un submit it
    retract our application
    tell the university we are withdrawing
    we have to withdraw
    withdraw
    withdraw pls
    withdraw this
    withdraw my form
    withdraw the submitted form
    withdraw our bid
    withdraw from the process
    withdrawing
    withdraw from uclan
    can we withdraw
    can we pull out
    can we back out
    can i withdraw my application
    can i pull my application
    can i take my eoi back
    how do i withdraw
    how do we withdraw
    i want to pull out
    i want to withdraw my application
    i would like to withdraw
    id like to pull out
    i need to pull our application
    we want to pull out
    we want to withdraw our eoi
    we need to withdraw
    we need to pull out
    we have decided to withdraw
    weve decided to pull out
    were having to pull out
    were backing out
    were not taking the places
    were withdrawing our eoi
    we are not going ahead with it
    we are withdrawing the eoi
    we wont be going ahead
    we wont need the places
    we cant go ahead now
    we cant take up the places
    we cant support a trainee now
    we dont need the trainees now
    we dont want the funding any more
    we no longer need it
    we no longer want the trainees
    the post has been cut
    our funding for the post has gone
    nobody suitable so hand the place back
    back out
    back out of the scheme
    drop out of the scheme
    drop us out
    pull out now
    pull my application
    pull our bid
    pull us out
    retract my application
    rescind
    recall the form
    take back our eoi
    take it back
    take our application out
    take us out of the scheme
    take our ward off the list
    remove our eoi
    stop our eoi going forward
    tell them were withdrawing
    tell the uni we are pulling out
    unsubmit it
    un send it
    give back our places
    give up our places
    hand back our places
    refuse the offer
    reject the offer
    turn down the place
    decline the place
    say no to the places
    not going ahead now
    not taking the places
    no longer needed pull it
    widthdraw`,
  reopen: `
    reopen my application
    reopen the form
    reopen it please
    open it back up
    open my withdrawn application again
    bring it back
    bring back my application
    bring my application back to life
    un withdraw
    undo the withdrawal
    i withdrew by mistake
    restore my application
    restore it
    reinstate it
    reinstate the application
    revive the application
    the decision i put was wrong
    i recorded the wrong decision
    correct the decision i entered
    change the decision
    the outcome was wrong we did get it
    take the decision back
    reverse the withdrawal
    cancel the withdrawal
    make it active again
    reactivate my application
    reopen it
    re open my application
    open the closed one again
    i didnt mean to withdraw
    shouldnt have withdrawn
    withdrawn by accident
    undo withdrawing
    can i undo the withdrawal
    get my withdrawn application back
    bring back the withdrawn one
    i want my application back
    start the withdrawn one up again
    un cancel it
    i cancelled by mistake
    i cancelled it by accident
    i put the wrong decision
    wrong outcome recorded
    the decision is wrong
    i said no but it was yes
    i recorded not funded but we were funded
    fix the decision
    outcome is wrong
    reopen
    reopen this
    reopen the application
    reopen our eoi
    reopen the cancelled one
    reopen application 2
    re open it
    can i reopen it
    can i undo the cancel
    can i get my application back
    can i bring it back
    can i change the decision
    can i change the outcome
    can we reopen our application
    can you reopen my application
    can you restore it
    can you undo the decision
    could we reopen ours
    how do i reopen my application
    how do i correct the decision
    i want to reopen my application
    i want to undo the withdrawal
    i want to bring it back
    i want my form back
    i need to change the outcome
    id like to reopen our application
    we want to go ahead after all
    weve changed our minds and want to go ahead after all
    we withdrew by mistake
    we withdrew but want back in
    i withdrew it by mistake
    i didnt mean to withdraw it
    i didnt mean to cancel it
    i shouldnt have withdrawn
    i pressed withdraw by mistake
    i hit withdraw by mistake
    i put the decision in wrong
    i put successful by mistake
    i said we were turned down but we got it
    i recorded the decision wrong
    i entered the wrong decision
    ive put the wrong decision in
    ive recorded the decision wrong
    the decision was recorded wrong
    the decision has been reversed
    the outcome has changed
    they changed their mind and funded us after all
    actually we did get it
    actually they said yes after all
    we were funded after all
    change the outcome
    change our decision back
    correct decision
    correct the result
    edit the decision
    update the decision its wrong
    decision incorrect
    wrong outcome
    undo withdraw
    undo the decision
    uncancel
    unwithdraw it
    reverse the decision
    reverse withdrawal
    restore my form
    restore the withdrawn one
    reinstate
    reactivate
    resurrect it
    revive it
    bring back my form
    bring the application back
    get it back
    get back my withdrawn application
    put my application back
    open my application again
    open the application again
    make it live again
    withdrew by mistake
    cancelled by mistake`,
  confirmation: `
    start the confirmation of support
    start the confirmation form
    start the cos
    do the cos
    do the cos form
    do the confirmation form now
    do the confirmation of support
    complete the confirmation
    complete the confirmation of support
    complete the cos form
    fill in the cos
    fill out the confirmation form
    fill in the support form
    fill in the form for the people who got places
    fill in the form for the successful trainees
    open the confirmation form
    open the confirmation of support
    begin the confirmation of support
    i need to do the confirmation
    i need to confirm support
    i need to return the confirmation
    confirm our trainees
    confirm the trainees
    confirm the candidates
    confirm support for our trainees
    enter the trainees
    enter the trainee names
    add the trainees details
    put in the trainees names
    names of the successful candidates
    weve picked our trainees
    weve chosen the trainees
    weve recruited our taps
    weve appointed the trainees
    weve interviewed and got our two
    trainees are recruited
    confirmation form please
    employer confirmation
    cos
    cos form
    cos please
    do cos
    start cos
    cos now
    open the cos
    confirmation of support please
    confirmation of support form
    do the confirmation of support form
    lets do the confirmation of support
    i want to fill in the confirmation of support
    start confirmation
    fill the confirmation in
    fill in cos for our trainees
    time to do the confirmation
    the form for the trainees who got in
    fill in the trainee details
    put in who weve recruited
    enter who we recruited
    weve got our trainees
    weve appointed
    we have appointed someone
    weve appointed our trainee
    we have appointed both
    interviews are done and weve picked
    weve hired them
    we have our two trainees now
    recruitment complete
    recruiting is finished
    trainee appointed
    add a trainee
    enter the successful candidates
    confirm who got the places
    complete support form
    support confirmation
    do the form for our trainees
    do the form for the trainees who got in
    confirmation form
    conformation of support
    start our confirmation of support
    do confirmation of support
    do the cos for our trainees
    do the trainee form
    do the form for the trainees
    the form for our trainees
    the form we do after recruiting
    the support form please
    the cos form
    cos for our trainees
    fill in confirmation
    fill in cos form
    fill out the confirmation of support
    complete the support form
    open confirmation
    get the cos done
    can i do the cos
    can i start the confirmation
    can i add our trainees
    can we do the confirmation now
    i want to do the cos
    i want to start the confirmation of support
    i want to add our trainees
    i need to do the cos
    i need to fill in the confirmation
    i need to send the confirmation of support
    need to do the cos form
    need to confirm our trainees
    we need to do the cos form for 2
    lets confirm the trainees
    where do i enter our trainees
    weve recruited two
    weve recruited both
    weve recruited someone
    weve got someone for the place
    weve filled the places
    weve found our trainee
    weve found two candidates
    weve picked someone
    weve chosen someone
    weve selected the candidates
    weve appointed to the post
    weve offered both posts and they accepted
    weve done the interviews and chosen two
    weve hired our trainees
    we have recruited all of them
    we have appointed our trainees
    we have picked our trainees
    we have our trainees
    we know who our trainees are
    interviews done
    recruitment done
    recruitment has finished
    recruited both
    recruited 2 hcas
    both trainees appointed
    all places filled
    trainees recruited
    trainees picked
    trainee details
    trainees details
    names of our trainees
    candidates appointed
    found our two
    appointed
    appointed our trainees
    add the trainee
    enter trainee details
    enter details of who got the places
    put the trainees in
    tell you who we recruited
    confirm trainees
    confirm support form
    confirm the people we have recruited
    return the confirmation of support
    send the cos in`,
  universities: `
    show me the universities
    show the unis
    list the unis
    list of universities
    which unis are there
    which universities are there
    which university should i pick
    which uni should we go with
    what universities can we use
    what unis do it
    choose a university
    choose uni
    pick a uni
    pick a university
    select the university
    compare unis
    compare the universities
    university options
    uni options
    university choice
    options for uni
    change uni
    change to a different university
    change the uni we picked
    change from chester to bolton
    swap university
    swap uni
    switch to uclan
    switch university
    we want a different uni
    we want to use cumbria instead
    can we go to bolton instead
    use another uni
    other providers
    providers list
    show providers
    training providers list
    unis
    uni list
    universities list
    which unis can we use
    what universities are there
    show me uni options
    what are the uni options
    what are our university options
    change our university
    change the university
    change my uni
    change our uni
    switch our uni
    switch to a different uni
    switch to bolton
    go with bolton instead
    go with a different university
    we picked the wrong uni
    wrong university
    i picked the wrong university
    we would rather go to cumbria
    want to use salford instead
    move to another uni
    move our application to another university
    send it to a different university
    different uni please
    choose another university
    pick another uni
    pick our uni
    choose our university
    select a uni
    compare chester and bolton
    what are the differences between the unis
    show the list of universities
    universitys
    universities
    university
    universitys list
    unis?
    uni choices
    the unis
    list unis
    list the universities
    show unis
    show me unis
    show me which universities there are
    see which unis there are
    give me the list of universities
    give me the uni options
    compare universities for me
    compare the unis for me
    can i compare universities
    can i see the list of universities
    can i change the uni
    can i change our university
    can i pick a different university
    can we change uni
    can we choose a different university
    can we use another university
    can we go with uclan instead
    can you list the universities
    could we go with another uni
    how do i change university
    i want to change uni
    i want to change to bolton
    i want to pick a uni
    i want to see the unis
    i want to use a different uni
    i need to change uni
    i need to choose a uni
    id like to change to chester
    we want to change uni
    we want to go with bolton
    we want chester instead
    we need to choose a university
    wed like to use another uni
    wed prefer chester
    weve changed our mind on the university
    weve chosen the wrong university
    i chose the wrong uni
    i selected the wrong uni
    the wrong university
    it should be uclan not chester
    which unis do this
    which universities can i choose
    which universities are on the list
    what unis can we choose from
    what are the universities
    what other unis are there
    who are the training providers
    other university options
    another uni please
    a different university
    different university please
    change to edge hill
    change universities
    change university please
    change provider
    swap to bolton uni
    swap unis
    switch universities
    switch to edge hill instead
    move to bolton uni
    move uni
    go with chester instead
    use bolton
    use a different university
    pick university
    pick another university
    choose a different uni
    choose the university
    select another university
    provider list
    training providers
    comparison of universities`,
  'start-date': `
    the start date has moved
    the programme start date changed
    the course start has been put back
    the course start date is different now
    start date is now october
    start has been delayed
    start delayed by a month
    they moved the start date
    the uni moved the start
    uni changed the start date
    new start date
    give a new start date
    update the start date
    correct the start date
    change programme start
    the intake starts later now
    start put back to march
    start brought forward
    course now begins in january
    the date it starts has changed
    set the start date
    alter the start date
    the first day is different
    enter the real start date
    real start date from the university
    confirmed start date
    start date has moved
    the start date is different
    the start date has changed
    the programme has been delayed
    programme start moved to march
    course has been moved to october
    the course starts later than planned
    the uni has put the start back
    uni has moved it to november
    they have changed when it starts
    new date for the start
    its starting a week later
    start has moved to the 4th
    intake put back
    intake date changed
    intake has moved
    induction date has moved
    start brought forward a week
    wrong start date
    the start date we have is wrong
    programme start is now different
    start date
    start date has changed
    start date is wrong
    start date now 11 january
    start date different
    start date delayed
    start date needs changing
    our start has moved
    our intake starts later now
    our programme has been put back
    change start
    change our start date
    change the start
    change the date the course starts
    change the day it starts
    can i give you a new start date
    can i correct the start date
    can you change the start date
    how do i change the start date
    i want to update the start date
    i need to put in the new start date
    need to change the start
    they have moved the start date
    they have put the course back a month
    they have delayed the course
    theyve moved it to november
    theyve put it back a week
    they changed the start
    they pushed the start back
    uni has changed the start
    uni moved the start date
    uni say it starts in october now
    university has moved the start
    university gave us a new start date
    course start has moved
    course starts in january now
    course starts on 5 october now
    course has been delayed
    course has been brought forward
    course pushed back
    course dates have changed
    programme start changed
    programme put back
    programme has moved to january
    intake moved
    intake pushed back
    first day has changed
    first day moved
    new start date please
    new start is january
    it starts later now
    it now starts on the 5th
    its starting in january now
    its been put back
    its been pushed back to january
    its been brought forward
    the date of the start is wrong
    the start is later
    the start has changed
    the start has been pushed back
    the course is delayed
    the course has been put back
    the course date changed
    the intake has been put back
    the intake start has changed
    the programme start has moved
    we have a different start date now
    weve been given a new start date
    weve got the real start date
    wrong date for the start
    update the start
    correct start date
    amend start date
    edit the start date
    set a new start date
    move the start date
    put the start date back
    put in a new start date
    enter the start date
    give the real start date`,
  started: `
    theyve started
    the trainees have started
    our trainees started today
    trainees started the course
    the programme has started
    the course has started
    the course has begun
    they started on monday
    they started at uni this week
    taps have started
    our tap started
    they have begun the programme
    first day done
    theyre on the course now
    the trainee is now on programme
    mark as started
    record that they started
    record the start
    programme began
    the cohort started
    all started
    both have started
    they have enrolled and started
    started last week at chester
    our two have started their training
    she has started
    he has started the course
    shes started at uni
    our trainee has started
    trainee started
    they started
    they started last week
    both of them started today
    course started
    course began on monday
    programme is under way
    its started
    first day was monday
    they had their first day
    theyre in
    everyone has started
    cohort has begun
    trainees are on the programme
    they are on the course now
    started today
    started
    started last week
    started uni
    started their course
    he started
    he started last week
    hes started
    she started
    she started on monday
    she started her course
    she has started today
    she has begun
    shes started today
    shes begun the course
    they started yesterday
    they started the course
    they all started
    they both started on monday
    they have started at uni
    they have started the programme
    they have enrolled
    theyve all started
    theyve started at uni
    theyve begun
    theyre all started
    theyre on the programme
    our trainee started
    our trainee started last week
    our trainees have started
    our trainees started on monday
    our taps have started
    our tap has started
    our two started on monday
    our lot have started
    both started today
    both trainees started
    both of them have started
    all three have started
    all our trainees have started
    everyone started
    my trainee has started
    my trainee started today
    my tap started today
    the trainee started
    the trainees started
    the trainees started on monday
    the taps started
    the course started on monday
    the course has kicked off
    the programme started today
    the programme began
    the programme is running
    the training has started
    programme started
    programme underway
    course has begun
    course began
    intake started
    trainees have started
    trainees started yesterday
    trainees are started
    trainees enrolled and started
    trainee started today
    taps started
    tap has started
    sam has started at uclan
    first day was yesterday
    first day done and dusted
    induction was today
    we have two on the programme
    record that the trainees have started
    record the programme as started
    mark trainees as started
    note that they have started
    log that they started
    fyi theyve started
    can you record that they started
    enrolled
    its begun
    it has begun`,
  'dont-know': `
    i dont know that one
    i dont know this
    dont no
    dont know off hand
    dont have that to hand
    i havent got that to hand
    i havent a clue
    havent a clue
    no clue
    not a clue
    havent got a clue
    no idea yet
    no idea sorry
    not sure about that
    not sure about this one
    not sure at the moment
    im not sure
    im not certain
    unsure at the moment
    couldnt tell you
    cant say yet
    cant answer that yet
    hard to say
    who knows
    ill need to find out
    ill have to find out
    ill have to ask
    need to ask hr
    need to ask finance
    need to ask my matron
    need to ask someone
    need to check with hr
    ill check with finance
    im waiting to hear from hr
    waiting to hear from the board
    waiting on hr to confirm
    waiting for someone to tell me
    still waiting to find out
    hr havent told me yet
    finance havent come back to me
    not confirmed yet
    not been decided
    we havent decided yet
    undecided
    to be decided
    tbd
    tbc really
    park that one
    park this question
    put that one aside
    put it to one side
    come back to this question
    leave that one for now ill find out
    i have no idea
    dont know sorry
    dunno sorry
    no idea
    not sure yet
    ill find out
    ill check
    let me check
    need to check that
    id have to ask someone
    havent decided
    not decided
    who knows that
    pass
    i dont know that yet
    beats me
    havent been told
    no idea at the mo
    dont know at the mo
    dont mind which
    dont know
    dont know the answer
    dont know off the top of my head
    idk yet
    i dont know the answer
    i dont know off the top of my head
    i dont have that information yet
    i havent got that yet
    i have no clue
    i couldnt say
    i cant answer that
    i cant remember
    i couldnt tell you
    i need to find that out
    i need to check with finance
    i need to ask
    i need to look into it
    ill have to check with hr
    ill have to come back to that
    ill get back to you on that one
    ill look into it
    ill find that out
    ill ask around
    id need to find out
    id have to find out
    im not sure of that
    im not too sure
    im waiting to find out
    im still finding out
    not sure on that one
    not sure tbh
    not certain yet
    not known
    not decided on that
    no idea about that
    no clue sorry
    unknown yet
    unsure yet
    undecided yet
    tbc
    still to be confirmed
    still not sure
    still checking
    waiting to find out
    waiting for hr to confirm
    havent decided that
    havent found out yet
    havent got that
    havent got the details
    hr are checking
    let me ask
    let me come back to that
    need to look it up
    need to ask around
    will have to ask
    will get back to you
    would need to ask
    park that
    park this one
    park for now
    put this to one side
    leave that with me
    come back to this one
    come back to me on that
    can we park this
    can we park that one
    can i find out and tell you
    search me
    couldnt say
    cant remember
    cant think right now
    dunno really
    good question not sure
    hmm dont know
    um no idea
    information not available
    details to follow`,
  skip: `
    skip this one
    skip that
    skip that question
    skip it for now
    skip for now
    skip please
    can i skip this
    can i skip that one
    can we skip it
    miss this one
    miss this out
    miss that one out
    miss it out
    leave this one
    leave it empty
    leave that blank
    leave it out
    move on
    move on to the next
    move on to the next one
    next one
    next one please
    next question please
    on to the next
    go to the next question
    go on to the next question
    jump this one
    jump to the next
    pass on this one
    pass on that
    ignore this question
    rather not say
    prefer not to say
    id rather not answer
    doesnt apply
    not applicable
    doesnt apply to us
    blank
    skip that one
    skip to the next
    next
    next question
    miss it
    leave it blank please
    no answer
    no comment
    nothing to put
    nothing to add
    nothing to say here
    not relevant
    n/a
    na
    not needed
    isnt relevant to us
    go past this
    leave this blank
    dont want to answer that
    id rather skip it
    skip
    skip question
    skip it
    skip this part
    skip to next
    skip to next question
    skip over it
    skip pls
    can i skip it
    can i leave this one
    can i leave it blank
    can i miss this out
    can i move on
    can i go to the next question
    can we miss this one
    can you skip this
    could we skip it
    i want to skip this question
    i want to leave this blank
    id like to skip this question
    id rather leave it blank
    ill skip this one
    ill skip it
    ill leave it blank
    ill miss that one
    i dont want to answer this
    i dont want to answer that
    i dont need this one
    ive nothing to say
    lets skip it
    lets skip that
    lets leave this blank
    need to skip this
    just skip this one
    just next
    ok skip
    ok move on
    please skip this
    next one pls
    next bit
    onto the next one
    on to the next question
    move to the next one
    move on please
    pass on this
    jump over this
    jump to next question
    omit
    omit it
    ignore this
    ignore it
    miss this question
    miss that question
    leave it blank
    leave that empty
    leave this out
    leave that one
    leave that question blank
    keep it blank
    nothing else to add
    nothing for this
    nothing to put for that
    no answer for this
    no need for this one
    not going to answer that
    not applicable here
    not applicable to my ward
    not relevant for my ward
    n/a to us
    doesnt apply here
    doesnt apply to me
    it doesnt apply
    that isnt relevant
    this isnt relevant
    this one doesnt apply
    dont want to say
    wont answer that
    decline to answer
    rather not answer
    would rather skip`,
  same: `
    same as the first
    same as before
    same as above
    same as last one
    same as the other trainee
    same as trainee 1
    the same
    same again
    ditto
    as above
    as before
    same mentor
    same one
    same day
    same for this one
    same for all
    same details as the last one
    copy the answer from the first trainee
    identical to the first
    use the same answer
    just the same
    same here
    exactly the same
    no different
    as for the first one
    same as the one above
    the same as the first one
    same as the last trainee
    same for her
    same for him
    same for both
    same for the second
    same answer
    same again please
    as with the first
    as for trainee 1
    same mentor as before
    ditto please
    as last one
    copy from above
    exact same
    its the same
    same
    same mentor again
    same mentor as trainee 1
    same mentor as above
    same day as the other
    same band
    same band as above
    same intake as the first
    same as the one before
    same as the previous trainee
    same as the first trainee
    same as the first person
    same as the other one
    same as no 1
    same as for the first
    same as her
    same as last time
    same as i put before
    same as what i put before
    same as the last
    same as ward above
    same for this one too
    same for the other trainee
    same for the next one
    same for all of them
    same for everyone
    same for trainee two
    same for each of them
    same person
    same people
    same one again
    same details
    same details as above
    same info
    same address
    same answer as before
    same answer again
    same again for her
    all the same
    as above please
    as b4
    as before for this one
    as for the other one
    as i said before
    as per the first one
    as per previous
    as previous
    as the first one
    as the one above
    ditto for her
    ditto above
    do the same for her
    just the same again
    just use the same one
    copy trainee 1
    copy the first trainee
    copy from trainee 1
    use the same
    use the same mentor
    use the same details
    use the first ones
    repeat the last answer
    identical
    identical to trainee 1
    no change from above
    exactly the same as before
    exactly as before
    its the same as before
    its the same person
    its the same for both
    they are the same
    both have the same mentor
    hes the same
    again the same
    the same as above
    the same as trainee 1
    the same one
    the same day
    the same for both
    the same please`,
  contacts: `
    who can i ask
    who can i contact
    who do i contact
    who should i contact
    who should i speak to
    who can i speak to about this
    who do i ring
    who can help me with this
    contact details
    contacts list
    list of contacts
    show contacts
    useful contacts
    people to contact
    give me a contact
    someone to speak to
    can i speak to someone
    can i speak to a human
    can i talk to a person
    i want to talk to a real person
    put me through to someone
    phone number for help
    is there a helpline
    who runs this
    whos in charge of this scheme
    whom do i ask
    who can i speak to
    who can i talk to
    who do i speak to about this
    is there someone i can ring
    is there someone i can email
    can i ring someone
    can i email someone
    contact please
    contacts please
    who to contact
    who do i email about the scheme
    give me a phone number
    i need a human
    real person please
    speak to a human
    get me a person
    talk to someone
    need to speak to somebody
    whos the contact for this
    who is the contact at the university
    scheme contacts
    contact list
    who should i ask about this
    who can tell me
    contact
    contact us
    contacts for the scheme
    contact details please
    contact number
    contact number please
    contact someone please
    phone number
    phone number please
    email address for someone who can help
    someone to ring
    someone to email
    somebody to talk to
    can i speak to a real person
    can i speak to somebody
    can i talk to someone
    can i talk to somebody about this
    can you put me through to someone
    can you give me a contact
    can you give me a number to ring
    i want to speak to someone
    i want to talk to someone
    i want to speak to a person
    i need to speak to someone
    i need to talk to someone about this
    i need a contact
    i need someone to ring
    id like to speak to someone
    id rather talk to a person
    who do i call
    who can i call
    who can i ring
    who can i email
    who do i talk to
    who do i talk to about this
    who should i talk to
    who should i ring
    who shall i ask
    who is my contact
    who are the contacts
    whos my contact
    whos the best person to speak to
    who else can i ask
    give me the contacts
    show me the contacts
    show me who to contact
    people i can ask
    human please
    speak to a real person`,
  reminders: `
    show my reminders
    show me my reminders
    show reminders
    list reminders
    list my reminders
    see my reminders
    view my reminders
    reminders please
    what reminders do i have
    what reminders are set
    what reminders are coming up
    which reminders are on
    when will you remind me
    when are you going to nudge me
    when will i get a reminder
    what nudges have i got
    my nudges
    upcoming reminders
    upcoming nudges
    next reminder
    whats my next reminder
    have i got any reminders
    are there any reminders set
    any reminders for me
    reminder settings
    check my reminders
    manage reminders
    manage my alerts
    what are you going to chase me about
    what alerts have i got
    what reminders have i got
    which reminders have i got
    reminders?
    what are you reminding me about
    whats coming up
    what will you nudge me about
    when is my next nudge
    do i have reminders set
    is there a reminder set
    list of my reminders
    show nudges
    show all my nudges
    see what reminders are set
    see upcoming reminders
    have you got any reminders for me
    reminder list
    reminders list
    reminder settings please
    my reminders please
    my reminders list
    my nudges please
    my alerts
    all my reminders
    show all reminders
    show me the reminders
    show me what reminders ive got
    show me my nudges
    show upcoming reminders
    list all my reminders
    list nudges
    list the reminders
    see all my reminders
    see the reminders
    view reminders
    view all my reminders
    can i see my reminders
    can i see what reminders are set
    can you show me my reminders
    can you list my reminders
    i want to see my reminders
    what reminders have i set
    what reminders are on
    what reminders are due
    what reminders will i get
    what nudges are coming
    which reminders are set
    which reminders are coming
    which reminders will i get
    when is my next reminder
    whens my next reminder
    when will i be reminded
    when are you reminding me
    when will i be nudged
    have i any reminders
    have i got a reminder set
    are my reminders on
    are reminders on
    is my reminder set
    did you set my reminder
    check reminders
    manage my reminders
    edit reminders
    reminders for me
    coming reminders
    what are my reminders`,
  'remind-me': `
    remind me tomorrow
    remind me on friday
    remind me next week
    remind me on monday morning
    remind me in a few days
    remind me in 3 days
    remind me about this later
    remind me about the form
    remind me to chase hr
    remind me to send it
    remind me before the deadline
    remind me a week before
    remind me on the 12th
    remind me after my days off
    can you remind me
    could you remind me next month
    pls remind me thursday
    send me a reminder
    send me a reminder on tuesday
    set a reminder
    set a reminder for wednesday
    set me a reminder for next month
    add a reminder
    give me a nudge next week
    give me a nudge on friday
    nudge me
    nudge me on monday
    nudge me about hr next week
    prompt me tomorrow
    ping me tomorrow
    ping me next week
    alert me a week before it is due
    dont let me forget
    dont let me forget the deadline
    chase me next week
    chase me about it on thursday
    remnd me tmrw
    remind me later today at 4
    remind me thurs
    remind me in a fortnight
    remind me on the 3rd to ring hr
    remind me to ring the university
    remind me to chase finance on friday
    can i get a reminder
    can i have a reminder on monday
    could you nudge me on tuesday
    could you set a reminder
    put a reminder in for friday
    reminder for monday
    reminder on the 5th
    reminder tomorrow
    reminder please friday
    poke me next week
    give me a shout on monday
    tell me again on friday
    message me on wednesday about it
    set an alarm for tuesday
    i need reminding on friday
    please remind me
    remind me tonight
    remind me later
    remind me later this week
    remind me at 3
    remind me this afternoon
    remind me wed
    remind me mon
    remind me on tuesday please
    remind me next month
    remind me next tuesday
    remind me in a week
    remind me in 2 weeks
    remind me in an hour
    remind me in the morning
    remind me after christmas
    remind me in january
    remind me on the 20th
    remind me 10 december
    remind me of this on monday
    remind me of the deadline
    remind me when its due
    remind me when the deadline is close
    remind me to finish this
    remind me to do the form
    remind me to do the rest
    remind me to ask my matron
    remind me to ring the uni
    remind me about hr on monday
    remind me about the confirmation
    remind me about this tomorrow
    can you remind me tomorrow
    can you remind me on monday
    can you nudge me next week
    can you set a reminder for friday
    could you remind me to chase hr
    could you remind me later in the week
    i want a reminder
    i want a reminder on friday
    i want reminding
    i need a reminder
    i need reminding
    i need a nudge
    id like a reminder
    id like a reminder on tuesday
    make a reminder
    create a reminder
    create a reminder for friday
    set reminder
    set reminder for tuesday
    set up a reminder
    set up a reminder for next week
    set me a reminder
    put a reminder on for tuesday
    reminder for next week
    reminder in 3 days
    reminder next week
    reminder on friday
    reminder on monday please
    reminder please
    reminder to chase hr
    nudge me again on monday
    nudge me tuesday
    prod me on friday
    prod me next week
    chase me on monday
    chase me up next week
    chase me friday
    ping me a reminder
    drop me a reminder
    drop me a message on monday
    message me a reminder
    give me a reminder
    give me a reminder on friday
    send a reminder
    dont let me forget this
    dont let me forget to send it
    remind us
    remind us next week
    remember to remind me
    rmind me`,
  snooze: `
    snooze
    snooze it
    snooze this
    snooze till monday
    snooze for a week
    snooze until next week
    snooze a few days
    not now
    not right now
    not today
    not this week
    ask me later
    ask me tomorrow
    ask me again tomorrow
    ask me again on monday
    ask again after my leave
    try me again next week
    try again tomorrow
    come back to me next week
    come back to me after nights
    come back on thursday
    later please
    bit later
    maybe later
    tomorrow instead
    next week instead
    after nights
    after my nights
    after annual leave
    im on leave till monday
    on nights this week ask me after
    im off til thursday
    delay this reminder
    put it off till next week
    put this off
    postpone it
    hold off till after easter
    give me a few days
    too busy now, next week
    later
    not now thanks
    not at the moment
    not just now
    leave it till monday
    leave it till next week
    leave it until after my nights
    can it wait
    can this wait
    it can wait
    can we do this next week
    can we leave it till friday
    ask me again next week
    ask me next week
    ask again friday
    ask me in a few days
    ask me another day
    do it another day
    another day
    some other time
    another time
    tomorrow
    tomorrow please
    next week please
    after my leave
    when im back off leave
    im on holiday
    im on annual leave till the 5th
    on nights
    im on nights
    im off tomorrow
    busy today
    busy shift not now
    in a bit
    give me an hour
    give me till friday
    give me a week
    wait a week
    hold that thought
    put it off
    push it back a week
    push it to monday
    bump it to friday
    defer
    snoze
    snooze till tomorrow
    snooze until monday
    snooze for now
    snooze for a few days
    snooze that
    snooze the reminder
    snooze 3 days
    snooze it till after nights
    not now ta
    not now im busy
    not yet ask me later
    not tonight
    not until next week
    not on shift ask me tomorrow
    no time today
    busy now
    busy right now
    im busy right now
    im too busy today
    im on shift cant now
    im on a long day
    im on days off
    im on my days off
    im on leave this week
    im away till monday
    im off till thursday
    im off this week
    im in a meeting
    cant now
    cant do it now
    cant right now
    can you ask me later
    can you ask again next week
    can we leave it till next week
    can it wait till monday
    could you ask me on monday
    ask me friday
    ask me after the weekend
    ask me next month
    ask me this afternoon
    ask again later
    try me on monday
    try me later
    try next week
    come back to me on monday
    come back to me later
    come back next week
    come back another day
    leave it a week
    leave it with me till monday
    leave me till friday
    wait till monday
    wait until next week
    maybe next week
    next month
    next monday
    on monday
    friday please
    later this week
    later on
    after the weekend
    after christmas
    after my shift
    after lunch
    when im back at work
    when im back from leave
    give me a couple of days
    give me until friday
    give it a week
    postpone it till monday
    postpone till next week
    put it back a week
    delay it
    delay till monday
    hold it till monday
    hold off for a week
    push back to monday
    defer it
    defer till next week
    tomoz`,
  'already-done': `
    already done
    its already done
    ive already done it
    ive already done that
    i did it already
    i did that last week
    i did that yesterday
    thats been done
    thats done
    thats done already
    thats all done
    its done
    done it
    done that
    all done
    that one is done
    that ones been sorted
    sorted
    already sorted
    its sorted
    ive sorted it
    ive sorted that
    sorted it last week
    weve done that
    weve sorted this already
    dealt with
    already dealt with
    thats dealt with
    ive taken care of it
    taken care of
    handled it
    completed that already
    ticked that off
    you can tick that off
    mark it done
    mark that as done
    no need to remind me its done
    finished that
    done that one already
    already did that
    already did it
    ive done it
    ive done this
    i have already done that
    ive done that bit
    that was done last week
    it was done ages ago
    we did that last month
    done already thanks
    done thanks
    that is finished
    thats finished
    thats sorted
    all sorted now
    been done
    it has been done
    cross it off
    cross that off
    tick it off
    you can cross that off
    no need its done
    ive already sent that
    ive already rung them
    already chased them
    already handled
    weve dealt with that
    thats in hand and done
    already done it
    already done that
    already done thanks
    already finished
    already completed
    already sorted it
    already dealt with it
    already rung them
    already emailed them
    already taken care of
    i already did that
    i did it
    i did it last week
    i did that one
    i have done it
    i have done that
    i have already done it
    i have already dealt with it
    i have finished it
    ive done that already
    ive already done this
    ive already dealt with it
    ive already sorted that
    ive already spoken to hr
    ive finished that
    ive dealt with that
    ive chased them
    we did it already
    we have done it
    we have already done that
    we have already sorted it
    weve already done it
    weve sorted it
    weve finished that
    its all sorted
    its been sorted
    its done now
    its complete
    its finished
    its sorted thanks
    it is done
    it has already been done
    thats already been done
    thats been sorted
    thats been dealt with
    thats now done
    thats done thanks
    that has already been done
    that is already done
    this is done
    this has been done
    this one is done
    done already
    done it thanks
    done this
    done this one
    done last week
    all done thanks
    all sorted
    all dealt with
    completed already
    completed that
    finished it
    sorted that
    sorted thanks
    dealt with that
    dealt with it
    did it already
    did that
    did this
    no need its already done
    no need ive done it
    no need to chase its done
    no need to remind me
    mark as done
    mark this as done
    tick that one off
    tick this off
    jobs done
    box ticked`,
  'stop-reminders': `
    stop reminding me
    stop the reminders
    stop all reminders
    stop these reminders
    stop sending me reminders
    stop sending me messages
    stop messaging me
    stop nudging me
    stop the nudges
    stop chasing me
    stop pestering me
    stop notifications
    turn off reminders
    turn reminders off
    turn off notifications
    turn off the nudges
    turn them off
    switch off reminders
    switch off the alerts
    disable reminders
    disable notifications
    cancel the reminders
    cancel my reminders
    cancel all my nudges
    i dont want reminders
    i dont want any more reminders
    dont remind me
    dont remind me again
    dont send me any more
    no more nudges
    no more messages
    no more alerts
    no reminders please
    leave me alone
    opt out
    opt out of reminders
    mute
    mute reminders
    too many reminders stop
    unsubscribe me
    stop the nagging
    stop nagging me
    stop emailing me
    enough reminders
    no reminders
    i dont need reminders
    i dont want these
    i dont want these messages
    dont want nudges
    dont message me again
    dont nudge me
    please stop messaging me
    please stop the reminders
    reminders off
    nudges off
    can you stop reminding me
    can i turn these off
    how do i turn off reminders
    how do i stop these
    stop sending these
    cancel reminder
    get rid of the reminders
    kill the reminders
    unsubscribe
    pack it in with the reminders
    shut up with the reminders
    stop reminders please
    stop reminder
    stop reminding me please
    stop all the reminders
    stop all notifications
    stop the alerts
    stop the chasers
    stop nudges
    stop pinging me
    stop bothering me
    stop hassling me
    stop sending me these
    stop these reminders please
    stop these nudges
    can you stop the reminders
    can you stop nudging me
    can you stop these
    can you turn reminders off
    can you switch off reminders
    can i stop the reminders
    can i turn off reminders
    can i switch off the nudges
    can i opt out of reminders
    can i unsubscribe
    could you turn the reminders off
    how do i stop the reminders
    how do i switch off reminders
    i want to stop reminders
    i want reminders off
    i want to opt out
    i want no more reminders
    i dont want any reminders
    i dont want to be reminded
    i dont want nudges
    i dont want messages
    i dont need reminding
    i dont need nudging
    id like to stop reminders
    need to stop the reminders
    no more reminders please
    no more nudging
    no more of these reminders
    no more pestering
    no nudges
    turn off
    turn off all reminders
    turn off nudges
    turn off these reminders
    turn the nudges off
    turn these off
    switch off the reminders
    switch off notifications
    switch the reminders off
    disable nudges
    disable alerts
    cancel all my reminders
    cancel the nudges
    cancel that reminder
    delete the reminder
    remove the reminder
    end the reminders
    quit reminding me
    enough with the reminders
    too many reminders
    too many messages
    please dont message me
    please no more reminders
    dont remind me any more
    dont remind me of this again
    dont nudge me again
    dont keep messaging me
    dont send me any more reminders
    dont send reminders
    dont want reminders
    dont want these
    mute nudges
    mute notifications
    silence the reminders
    pause the reminders
    opt out of nudges`,
  'start-reminders': `
    start reminders again
    start the reminders again
    turn reminders on
    turn reminders back on
    switch reminders on
    switch the nudges back on
    resume reminders
    i want reminders again
    remind me again after all
    put the reminders back on
    enable reminders
    unmute reminders
    reminders back on please
    opt back in to reminders
    turn the reminders back on
    can i have my reminders back
    i want the reminders back
    reminders on again
    start nudging me again
    switch nudges back on
    restart my reminders
    start sending reminders again
    bring back reminders
    start reminders
    start reminders please
    start reminding me
    start the reminders
    start the nudges again
    start my reminders again
    start sending me reminders
    restart reminders
    restart the reminders
    restart the nudges
    resume my reminders
    resume nudges
    turn on the reminders
    turn on my reminders
    turn on notifications
    turn my reminders back on
    turn nudges on
    turn notifications back on
    turn notifications on
    switch on reminders
    switch on the reminders
    switch the reminders on
    switch the reminders back on
    put reminders back on
    put my reminders back on
    put the nudges back on
    enable the reminders
    enable notifications
    unmute me
    unmute nudges
    reminders on please
    reminders back on
    nudges on
    nudges back on
    nudges on again
    can you start the reminders again
    can you turn reminders on
    can you turn the reminders on
    can you put reminders back on
    can i turn reminders back on
    can i turn reminders on
    can i have reminders again
    can i get reminders again
    can i start reminders again
    could you switch the reminders back on
    could i have my nudges back
    how do i turn reminders back on
    how do i get reminders again
    i want reminders on
    i want reminders back on
    i want reminders again please
    i want to turn reminders on
    i want to start reminders again
    i want to be reminded again
    i want nudges again
    id like reminders again
    id like reminders on
    id like my reminders back
    need reminders back on
    need my reminders back
    i need the reminders back
    i turned reminders off by mistake
    didnt mean to stop the reminders
    actually do remind me
    actually i do want reminders
    please start reminding me again
    please turn reminders on
    keep the reminders on
    keep the reminders coming
    let me have reminders again
    lets have the reminders back on
    bring the reminders back
    bring back the nudges
    get reminders again
    get the reminders back on
    opt in
    opt in to reminders
    opt me in
    resubscribe
    subscribe to reminders`,
  join: `
    join an application
    i have a code
    ive been given a code
    ive got an invite code
    my manager sent me a code
    use this code
    enter my code
    type in the code i was sent
    accept the invitation
    accept the invite
    i was invited
    ive been invited to an application
    join my colleagues application
    where do i put the code
    i have a code to join
    i was sent a code
    my colleague gave me a code
    accept an invitation with a code
    ive got a code
    heres my code
    i have an invitation code
    been given a code to join
    how do i join with a code
    how do i use the code
    join with a code
    enter invite code
    ive been sent an invite
    i got an invite from my matron
    redeem code
    put the code in
    join
    join application
    join a colleagues application
    join my deputys application
    join with my code
    join with code
    i have a code from my manager
    i have an invite
    i have an invite code
    i have been invited
    i have been given a code
    i got sent a code
    i got an invitation
    i was given a code
    i was given an invite
    i was told to put a code in
    i want to join an application
    i want to join my colleagues application
    i need to join an application
    i need to put a code in
    id like to join
    ive a code
    ive been sent an invitation
    ive been invited
    ive been asked to join
    ive been asked to help with an application
    ive got an invite
    ive got an invitation
    ive got a code from my manager
    my matron gave me a code
    my manager gave me a code
    my colleague invited me
    my colleague sent me a code
    my deputy has sent me a code
    someone sent me a code
    someone gave me a code
    can i join
    can i join my colleagues application
    can i use my code
    can i enter a code
    how do i join
    how do i join an application
    how do i put in my code
    how do i accept the invite
    where do i put my code
    where do i type the code
    what do i do with this code
    what do i do with the code i was sent
    got an invite
    got an invite code
    got sent a code
    got given a code
    been invited
    been invited to join
    been sent an invite
    use my invite code
    use the code
    use invite code
    enter code
    enter the code
    enter my invite code
    put in a code
    put in my code
    put code in
    type in a code
    type my code
    accept
    accept invite
    accept my invite
    accept the code
    redeem my code
    redeem a code
    code to join
    code from my manager
    invite code
    invitation code
    heres the code
    here is my code
    add me to my colleagues application
    add me to the application with this code`,
  people: `
    who can see this application
    who else can see my form
    who has access to my application
    who have i invited
    who is on this application
    list the people on it
    show the people invited
    who did i share it with
    which colleagues can see it
    who is working on this with me
    show who has access
    who else can see this application
    who is on this application with me
    show me who has access
    list the people who can see it
    who has access
    who can see it
    who can get into this application
    who else is on it
    who have i shared it with
    whos on this application
    show me who can see it
    list who has access
    is anyone else on this
    who can edit it
    who can see our form
    people
    people on this
    people who can see it
    show people
    show the people
    show me the people on this
    show me whos on it
    show me who can see this
    show me who has access to it
    show me who ive invited
    show who can see it
    show whos invited
    list people
    list who can see it
    list whos on it
    list the people
    list everyone with access
    see who has access
    see who can see it
    see whos on it
    view people
    view who has access
    check who has access
    check who can see it
    can i see who has access
    can i see who is on it
    can you tell me who can see it
    who can see mine
    who can see my eoi
    who can view it
    who can view this
    who can open it
    who can look at this
    who can change it
    who can get in
    who has got access
    who has access to it
    who has access to this
    who has access to my form
    who has seen it
    who is on it
    who is on this
    who is invited
    who is it shared with
    who is sharing this
    who is this shared with
    who else is on this
    who else is on this application
    who else has access
    who else can edit it
    who else can see it
    who else is working on it
    who have i shared this with
    who have i given access to
    who did i invite
    who did i add
    who did i give access to
    who got invited
    whos invited
    whos got access
    whos on it
    whos on this with me
    whos on my application
    whos working on this
    whos shared on this
    which people can see it
    which people have access
    is anyone else on my application
    is my deputy on it
    is my deputy on this application
    does anyone else have access
    does my deputy have access
    has jo got access
    has my matron got access
    has anyone else joined
    has my deputy joined yet
    people with access
    access list
    list of people with access
    shared with`,
  remove: `
    remove my deputy from the application
    remove a colleague
    remove someone from this
    remove priya
    take my matron off this application
    take jo off it
    stop sharing with my deputy
    stop sharing it
    revoke access
    revoke my colleagues access
    remove their access
    uninvite someone
    kick someone off the application
    remove her from the application
    remove him from my application
    take my colleague off the application
    stop my colleague seeing it
    take my deputy off
    take her off it
    take him off the application
    remove my deputy
    remove my colleagues access
    remove priyas access
    stop my deputy seeing it
    she shouldnt have access any more
    he has left take him off
    unshare
    unshare it
    stop sharing
    take away their access
    block her from the application
    delete a colleague from it
    remove someone
    remove somebody
    remove a person
    remove her
    remove him
    remove sam from it
    remove my matron
    remove my manager
    remove my colleague
    remove my colleague from this
    remove person
    remove one of the people
    remove someone from my application
    remove the person i added
    remove number 2
    remove access for jo
    remove access from my deputy
    remove his access
    remove their access please
    can you remove my deputy
    can you remove someone
    can you take my deputy off
    can i remove someone
    can i remove a colleague
    can i take someone off
    can i take someone off this
    can i stop sharing with jo
    can i revoke access
    could you remove my colleague
    how do i remove a colleague
    how do i take someone off
    i want to remove someone
    i want to remove my deputy
    i want to take someone off
    i want to stop sharing
    i want to take jo off
    i need to remove a colleague
    i need to take my deputy off
    need to remove someone from it
    need to take jo off it
    take someone off the application
    take someone off this
    take jo off
    take them off
    take them off it
    take him off
    take him off it
    take my matron off
    take away her access
    take away his access
    stop jo seeing it
    stop jo seeing this
    stop him seeing it
    stop them seeing it
    stop my matron seeing it
    stop sharing this
    stop sharing with jo
    stop sharing my application
    stop her having access
    dont let her see it any more
    dont share it with jo any more
    revoke jos access
    revoke my deputys access
    revoke someones access
    uninvite
    uninvite jo
    un invite her
    unshare with jo
    unshare this
    kick jo off
    kick her off
    boot them off
    drop jo from it
    get her off this application
    get rid of my deputys access
    she has left the trust remove her
    he has left remove him
    my deputy has left remove her
    my deputy has moved take them off`,
  'take-back': `
    take back the code
    take the code back
    cancel the invite code
    cancel the invitation
    withdraw the invitation
    i sent the code to the wrong person
    the code went to the wrong colleague
    make the code stop working
    revoke the code
    delete the invite code
    take back the code i sent
    cancel the invitation code
    the code went to the wrong person
    take back that code
    void the code
    the invite code is lost cancel it
    cancel that invite
    i invited the wrong person
    code sent to wrong person
    withdraw the invite
    kill the code
    take back code
    take back codes
    take back my code
    take back the invite
    take back the invitation
    take that code back
    take my code back
    take the invite back
    cancel my code
    cancel that code
    cancel the code i made
    cancel the code i sent
    cancel the invite
    cancel the invites
    cancel my invite
    cancel my invitation
    cancel an invite
    can you cancel the code
    can you cancel the invite
    can you cancel that invite code
    can i cancel the code
    can i cancel the invite
    can i take back the code
    can i take the code back
    can i get the code back
    how do i cancel a code
    how do i cancel an invite
    how do i take back a code
    i want to cancel the invite
    i want to take back the code
    i need to cancel the code
    i need to cancel an invite
    id like to take the code back
    revoke code
    revoke that code
    revoke the invite
    revoke my code
    withdraw the code
    withdraw my invite
    withdraw that invite
    delete the code
    delete that code
    delete my code
    delete the invite
    kill that code
    kill the invite
    scrap the code
    scrap that code
    stop the code
    stop the code working
    stop that code working
    stop the invite
    make that code void
    void that code
    void the invite
    undo the invite
    unsend the code
    unsend the invite
    recall the code
    recall the invite
    disable that invite code
    expire the code
    the code is wrong person cancel it
    the code has been lost
    the code got sent to the wrong person
    the code has gone to the wrong person
    the invite went to the wrong person
    the invite went to the wrong email
    i sent the code to someone else by mistake
    i gave the code to the wrong person
    i gave the wrong person the code
    i emailed the code to the wrong person
    ive sent the code to the wrong person
    ive invited the wrong person
    ive given the code to the wrong person
    invited the wrong person
    wrong person has the code
    code went to the wrong person
    code lost cancel it
    she never used the code cancel it`,
  overview: `
    show the overview
    coordinator overview
    all applications in the trust
    all our organisations applications
    every application in the organisation
    show me everyones applications i coordinate
    coordinator view
    list all the wards that have applied
    which of our wards have applied
    where are all our applications up to
    show me all the applications in my organisation
    overview of all applications in the trust
    which wards have applied
    list every application across the organisation
    overview of our applications
    who in our trust has applied
    see all the applications in the trust
    see every ward's application
    all wards
    show me what every ward is doing
    coordinator dashboard
    dashboard
    trust overview
    where is everyone up to
    list everyones applications
    overview please
    overview of everything
    overview of applications
    overview of all our applications
    overview of the trust
    show overview
    show me the overview
    show me the trust overview
    show me all the trusts applications
    show me all applications in the trust
    show me every ward
    show all wards
    show all the wards
    show all our applications
    show the coordinator view
    see all wards
    see all our wards
    see the overview
    can i see all the applications in the trust
    can i see every ward
    can i see what all the wards are doing
    can i see the overview
    i want to see all the trusts applications
    i want an overview
    i want the overview
    i need an overview
    i coordinate for the trust show me all of them
    im the coordinator show me everything
    im the education lead show me all the applications
    as coordinator i want to see every application
    give me an overview
    give me the coordinator view
    give me a list of all the wards that applied
    list all the trusts applications
    list all the wards
    list all applications
    list every ward
    list of all applications in the trust
    list of wards that have applied
    which wards have put in
    which wards are applying
    which wards are late
    which services in our trust have applied
    which teams have applied
    what wards have applied
    what has the trust put in
    how many wards have applied
    how many applications have we got in the trust
    how are all the wards doing
    how are all the applications in the trust doing
    where are all the wards up to
    where are they all up to
    who else in the trust has applied
    all the trusts applications
    all applications in the organisation
    all our wards
    all the wards
    all wards please
    everyones
    every ward
    every application
    every application in the trust
    every wards application
    trust wide view
    trust view
    trust dashboard
    trust applications
    organisation overview
    organisation view
    org overview
    dashboard please
    coordinator
    coordinator page
    coordinators overview`,
  plan: `
    make a plan
    make me a plan
    make a plan for september
    plan for the september intake
    plan for a february start
    plan backwards from the start date
    work backwards from september
    work out the dates
    work out the dates for a feb start
    work out my deadlines
    plan my dates
    plan the dates
    plan it out for me
    plan
    timeline
    timeline please
    timeline for the application
    give me a timeline
    give me a timetable
    draw up a timeline
    build me a schedule
    schedule for getting this done
    what should happen when
    what do we need to do by when
    what needs doing by when
    what has to be done by when if we start in february
    if we want to start in september what are the dates
    if they start in feb when does everything need to be done
    we want our trainee to start in february, what needs to happen when
    aiming for a september start, when do i need to do things
    for a sept start when should i begin
    key dates for a september start
    milestones
    project plan
    action plan with dates
    dates plan for 2 trainees in feb
    when do i need to do each bit
    step by step plan with dates
    work out a plan
    give me a plan
    plan please
    can you plan it
    what are the dates i need to hit
    what are my deadlines if we start in sept
    when do i need to do everything
    what by when
    by when do i need to do what
    backwards plan
    plan back from september
    if they start in september when do i apply
    we want to start in sept work out the dates
    aiming for feb start
    aim to start in february
    plan for feb
    plan for 20 sept
    show me a timeline
    timetable
    schedule please
    give me the key dates
    dates i need to hit
    plan please for september
    plan the application
    plan for us
    plan for january
    plan for next september
    plan backwards
    plan of dates
    a plan
    a timeline
    a timetable please
    the plan
    the timeline please
    our plan
    show me the plan
    show me the timeline
    show my plan
    make plan
    make a plan for february
    make a timeline
    do me a plan
    do me a timeline
    draw me up a plan
    build a plan
    build me a plan
    create a schedule
    put together a timeline
    give me a plan with dates
    give me the timeline
    give me dates to work to
    work out when we need to apply
    work out our dates
    work out the timeline
    work backwards
    work back from february
    can i have a plan
    can i get a plan
    can i see a timeline
    can you make a timeline
    can you do me a timeline
    can you work back from september
    can you tell me what to do when
    could you make a plan for us
    i want a plan
    i want to plan
    i want to plan the dates
    i need a plan
    i need a plan for a february start
    i need to know what to do by when
    id like a plan
    id like to plan for september
    we want to start next year what are the dates
    we want them to start in feb
    we are hoping to start in january
    were aiming for sept
    were looking to start in february
    aiming for september what do i need to do when
    hoping to start in february
    lets plan
    lets make a plan
    need a plan
    need to plan
    key dates
    main dates
    dates for a september start
    dates for our plan
    what do i need to do and when
    what needs to happen by when
    what happens when on our plan
    what dates should i work to
    what are our dates
    when should i do each bit
    when does each thing need doing
    when must i do everything
    action plan
    step plan
    scheduling
    timescales for a september start
    timetable for us
    backward plan
    gantt chart`,
  calendar: `
    add it to my calendar
    add to calendar
    add the dates to my calendar
    add the due date to my calendar
    add the deadlines to outlook
    put it in my calendar
    put it in my diary
    put the dates in my diary
    put the deadline in my outlook calendar
    put them in my phone calendar
    calendar file
    calendar
    calendar please
    calendar of dates
    calendar entries
    calendar invite for the deadline
    get the calendar file
    download the calendar
    download calendar file
    give me the dates for outlook
    ics
    ics file
    the ics please
    ical
    export to calendar
    export to outlook
    export the deadlines
    export my dates
    sync with outlook
    sync my calendar
    send the dates to my calendar
    save the dates
    save the dates in outlook
    diary dates
    outlook calender
    google calendar
    can i have these dates in my calendar
    put these in my calendar
    put the dates in my calendar
    add to outlook
    calendar link
    give me the calendar
    calendar entry please
    get dates in my diary
    put it in the diary
    put that in outlook
    download the dates
    add deadlines to calendar
    dates to outlook
    can i add these to outlook
    ical file
    save the date in my calendar
    calender
    calendar pls
    calendar file please
    calendar invites
    calendar link please
    calendar export
    calender file
    my dates
    my key dates in outlook
    add to my calendar
    add to my outlook
    add this to my calendar
    add these dates to my calendar
    add dates to outlook
    add deadline to my diary
    add the dates to outlook
    add the deadlines to my calendar
    add them to outlook
    add it to my diary
    can i add it to my calendar
    can i add this to my diary
    can i download the dates
    can i get a calendar file
    can i get the dates in outlook
    can i have the calendar
    can i have the ics
    can i put it in my diary
    can you add it to my calendar
    can you add these to my diary
    can you put the dates in my diary
    can you send me a calendar invite
    can you send the dates to outlook
    could i have the dates for my calendar
    how do i get the dates in outlook
    i want to add it to my calendar
    i want the calendar file
    i want the dates in my diary
    i need the dates in my diary
    i need a calendar file
    id like it in my diary
    need the dates in outlook
    put it in outlook
    put it in the calendar
    put dates in diary
    put the date in my diary
    put the deadline in my calendar
    put the deadlines in my calendar
    put them in my diary
    put them in outlook
    put this in my calendar
    put that in my diary
    pop it in my diary
    stick it in my diary
    get calendar
    get an ics file
    get me the calendar file
    get the dates into outlook
    give me the ics
    give me the calendar file
    send me the calendar
    send me the ics
    send to my calendar
    send the dates to outlook
    show my calendar
    export dates
    export the dates to outlook
    export to my calendar
    download ics
    download the calendar file
    import to outlook
    sync to outlook
    sync calendar
    save dates to calendar
    save to calendar
    save the deadline to my calendar
    outlook calendar
    outlook invite
    diary
    diary entry
    diary invite
    iphone calendar`,
  'ask-colleague': `
    ask a colleague
    ask my colleague
    ask my matron
    ask someone else to answer
    ask someone else this one
    ask hr this one
    ask hr for me
    ask finance to answer this
    ask our finance lead
    ask the mentor
    ask my manager to answer this
    ask the training lead
    ask l&d
    can you ask hr
    can you ask my hr partner this question
    could you ask the budget holder
    get hr to answer it
    get hr to answer this one
    get the matron to answer
    get someone else to answer
    let hr answer this
    let my matron answer that one
    send this to hr
    send this one to hr
    send it to my colleague to answer
    send this question to finance
    send the question to my deputy
    send this to the training department
    forward this question
    forward this to my matron
    pass this question to hr
    pass this one to finance
    hr would know this, ask them
    hr knows this one
    my deputy knows the answer to this send it to her
    finance would know that better
    the hr lead should answer this
    that is one for the board sponsor
    thats one for hr
    better ask the education lead
    best to ask our finance manager
    someone else needs to answer this
    delegate this question
    can hr answer this
    can you ask my manager
    can you ask hr to answer this one
    can someone else answer this
    can somebody in hr fill this bit in
    get my matron to do this one
    get someone in finance to answer
    let finance do this question
    let my deputy do this one
    send it over to hr to answer
    send this to my manager
    send to finance
    pass to hr
    pass it to hr
    forward to l&d
    forward it to the training lead
    email this question to finance
    hr should answer this
    hr would know
    finance will know this
    my matron would know
    not my question ask hr
    this ones for finance
    this is a question for hr
    thats a question for the board sponsor
    needs to go to hr
    someone in hr needs to answer this
    someone else would know this
    i need to ask hr to fill this in
    best ask finance
    better if hr answers
    best person is my matron ask her
    could you send it to my colleague
    could this go to our hr partner
    could finance do this bit
    ask colleague
    ask a colleague please
    ask someone else
    ask someone in education
    ask hr to answer
    ask hr to do this bit
    ask finance please
    ask my manager this one
    ask my matron this one
    ask our hr partner
    ask our matron
    ask the matron
    ask the hr lead
    ask them
    ask jo in hr
    can you ask finance
    can you ask my matron
    can you ask l&d
    can you send this to my colleague
    can you pass this to hr
    can you get my manager to answer this
    can we ask someone else
    can i ask hr to answer this
    can i send this to hr
    can i get hr to answer this
    can i forward this question
    can my deputy answer this
    could you send this to hr
    i want to ask a colleague
    i want to send this to hr
    i want someone else to answer this
    i need to ask a colleague
    i need someone else to answer this
    id like to ask hr
    ill ask hr
    need to send this to hr
    lets ask finance
    get hr to do this one
    get my manager to answer
    get our training lead to answer
    let finance answer
    let my manager answer this
    have hr answer this
    hr can answer that
    hr will know that
    hr needs to answer this
    finance can answer this
    finance would have to answer
    l&d will know that one
    my manager would know this
    my matron can answer this
    my boss will know that
    the board sponsor should answer this
    someone else will have to answer this
    not my area ask finance
    this is one for hr
    this one is for hr
    this needs hr
    this question should go to hr
    thats one for finance
    thats an hr question
    that needs to go to hr
    one for my matron
    hr question
    better ask hr
    best ask hr
    best to ask hr
    send the question to my matron
    send this question to hr
    send this to someone else
    send this to l&d
    send it to finance to answer
    send to a colleague to answer
    pass this question on
    pass the question to hr
    forward this to hr
    forward the question to hr
    email hr
    delegate this
    delegate to finance`,
  invite: `
    invite my deputy
    invite a colleague
    invite my colleague
    invite my matron to see this
    invite someone to help
    invite jo
    invite another person
    add a colleague
    add my deputy
    add my manager to this application
    add someone to the application
    add another person to this
    share this
    share it
    share my application
    share with my matron
    share this with my deputy
    share it with a colleague
    share access
    give my deputy access
    give someone else access
    give my matron access to this
    give priya access
    let my deputy see this
    let my deputy edit it
    let someone else see it
    let someone help me with it
    let my manager have a look
    can my deputy see this
    can my matron look at it
    can my colleague help with this form
    can someone else work on it with me
    can priya see it as well
    can a colleague join in
    bring a colleague in
    collaborate
    work on it together
    invite someone
    invite sam
    add sam to it
    add a person
    add a second person
    add my matron
    can i add someone
    can i add my deputy
    can i share this
    can i invite my manager
    can someone else see this
    can we both work on it
    how do i share this with my colleague
    how do i add someone
    i want to share it
    i want my deputy to help
    i want my colleague to have access
    let my colleague in
    let sam in
    need to give my deputy access
    get my deputy on here
    give a colleague access
    work with a colleague on this
    two of us are doing this
    send an invite
    make an invite code
    get me a code for my deputy
    can jo look at it too
    can priya look at this with me
    invite please
    invite somebody
    invite my boss
    invite my deputy please
    invite jo to this
    invite her
    invite a colleague to help
    can i invite a colleague
    can i invite someone to help
    can i share it with someone
    can i share this with a colleague
    can i add someone to this
    can i give my deputy access
    can i let someone else in
    can i work on this with someone
    can i bring someone in
    can you add my colleague
    can you share it with jo
    can you let my matron see it
    can my deputy have access
    can my manager have a look
    can someone else help me with it
    can we do it together
    could i invite my deputy
    could my matron have access
    how do i invite someone
    how do i share my application
    how do i give someone access
    i want to invite someone
    i want to share this
    i want to add someone
    i want to give my deputy access
    i want my manager to have access
    i need to share this with my deputy
    i need to add my matron
    i need my matron to see this
    id like to share this
    id like my manager to see it
    need to add a colleague to this
    share access with my deputy
    share the form
    share the form with my matron
    share with
    share with my deputy
    share this with jo
    share this application
    share it with jo
    share it with my team
    add somebody
    add a colleague please
    add my boss
    add my deputy to this
    add my matron to it
    add jo as well
    add person
    give someone access
    give my colleague access
    let jo see it
    let jo have access
    let my deputy in
    let my deputy help
    let someone else in
    let a colleague see it
    get my matron on here
    get an invite code
    get me an invite code
    make a code
    create an invite
    send an invite to jo
    send my deputy an invite
    bring my matron in on this
    my deputy wants to help
    my matron needs access
    my colleague wants to help
    someone else is helping me with this
    were both working on this
    work on this with jo
    collaborate with my deputy`,
  'hand-over': `
    hand over
    hand over my application
    hand this over
    hand it over to someone else
    hand over to my deputy
    hand over ownership
    hand the application to the new ward manager
    pass it on to someone else
    pass this on to my replacement
    pass it to my successor
    pass my application to jo
    transfer my application
    transfer the application to someone else
    transfer ownership
    transfer it to the new manager
    change the owner
    change who owns this
    change ownership
    make someone else the owner
    make my deputy the owner
    make my successor the owner
    give it to my replacement
    give this application to someone else
    give it to the new manager
    im leaving the trust who takes this over
    im leaving next month hand it over
    im moving wards
    im changing jobs someone else will do this
    im going on maternity leave can someone take this over
    someone else is taking over from me
    someone else is going to run this now
    reassign
    reassign it
    reassign the application
    new ward manager is taking over
    my replacement should have this
    take me off as the owner
    hand it over
    hand my application over
    hand over to the new manager
    hand over to a colleague
    hand this to my successor
    pass it on
    pass this application to my replacement
    pass over the application
    transfer it
    transfer to my deputy
    transfer to a new owner
    transfer this to someone else
    im leaving
    im leaving my job
    im leaving on friday who takes over
    ive got a new job
    im going on mat leave
    im off long term someone needs to take over
    im retiring hand it over
    i wont be the ward manager any more
    i no longer manage this ward
    new manager is taking it on
    my colleague is taking this on now
    new owner
    change of owner
    someone else will own this
    someone else should own this
    give ownership to sam
    let the new ward manager take over
    sign it over to my deputy
    handing over
    handover
    hand over to someone
    hand over the form
    hand over my eoi
    hand this over to someone else
    hand it on
    hand it over please
    hand my application to jo
    can i hand this over
    can i pass it on
    can i pass it to someone else
    can i give it to someone else
    can i change who owns it
    can you hand this over to my deputy
    can you transfer my application
    can someone else take it over
    can my deputy take this over
    can jo take this over
    how do i hand over
    how do i pass it on to someone else
    i want to hand it over
    i want to transfer it
    i want my deputy to take over
    i need to hand over
    i need to pass this on
    i need someone to take this over
    need to hand this over
    need to pass this on to someone
    im leaving this ward
    im leaving who takes over
    im moving to another ward
    im off on maternity leave
    im going on maternity leave
    im going off sick
    im changing roles
    im not the ward manager any more
    im stepping down
    ive moved wards
    ive changed wards
    i am moving wards
    i have moved wards
    i leave on friday
    my deputy is taking this over
    my deputy should own this
    my successor is jo
    my colleague will take this over
    jo is taking this over
    jo will do this now
    someone else is taking it on
    someone new is taking over
    weve got a new ward manager
    new ward manager is jo
    the new manager should have this
    pass over to jo
    pass it on to my deputy
    pass on my application
    pass my form to jo
    pass this over to jo
    pass to my successor
    transfer
    transfer this to jo
    transfer it to my deputy
    transfer ownership to jo
    transfer the form
    change owner
    change ownership to jo
    make jo the owner
    make my matron the owner
    give ownership to jo
    give it to someone else
    give this to jo
    give my application to someone else
    let jo take this over
    let someone else own it
    put it in my deputys name
    reassign it to jo
    switch owner
    swap owner
    new owner is jo
    owner change`,
  privacy: `
    privacy
    privacy notice
    privacy policy
    what do you know about me
    what data do you have on me
    what data do you hold
    what data do you keep
    what do you keep about me
    what do you store
    what do you store about me
    what information do you hold about me
    what information do you keep on me
    what have you got on me
    what have you recorded about me
    what details do you have of mine
    show me what you hold about me
    show me what you know about me
    tell me what you hold on me
    what is stored
    what gets stored
    is my data safe
    is my information safe
    is this confidential
    is it private
    how is my data used
    who sees my data
    data protection
    gdpr info
    gdpr rights
    my data rights
    what happens to my data
    what happens to my information
    do you save what i type
    are my messages kept
    information governance
    gdpr
    gdpr?
    is this gdpr compliant
    data privacy
    how long do you keep my data
    how long is my data kept
    where is my data kept
    where does my data go
    who can see what i type
    who reads this
    who reads my messages
    is this chat private
    is this chat recorded
    are you recording this
    do you keep what i say
    do you keep a record of this
    do you remember what i tell you
    what have you saved about me
    what have you stored
    what info have you got on me
    what details have you got about me
    what do you have on me
    whats held on me
    my information what do you hold
    is my stuff private
    is it secure
    can i trust you with my details
    do you share my data
    do you sell my data
    do you pass on my details
    data protection notice
    what personal data is kept
    what do you do with my answers
    privacy notice please
    privacy info
    privacy statement
    privicy
    show privacy
    show me my data
    show me what you have on me
    show me what you store
    see my data
    see what you hold about me
    view my data
    can i see what you hold
    can i see what data you have
    can you tell me what you hold
    i want to see my data
    i want to see what you hold on me
    i want to know what data you have on me
    i want to know what you store about me
    id like to know what data you hold
    tell me what you have on me
    tell me what data you hold
    what data have you got
    what data have you got about me
    what data do you store
    what data is kept
    what details do you hold
    what do you have about me
    what do you hold
    what do you keep on me
    what information do you have
    what information do you store
    what info do you keep
    what is held on me
    what is kept
    what have you got about me
    what personal data do you hold
    what stuff do you have on me
    whats held about me
    whats my data used for
    what are you keeping about me
    how is my information used
    how safe is my data
    how private is this
    where is my data stored
    where does my info go
    who can see my data
    who can read this
    who gets my data
    who do you share my data with
    is my data secure
    is my data shared
    is my information private
    is this secure
    is this safe to use
    is this being recorded
    is it safe to put names in
    is anything stored
    are you storing this
    are my answers private
    are my details safe
    do you store my data
    do you store what i type
    do you keep my messages
    do you save this chat
    do you track me
    does anyone see what i type
    data held
    data held on me
    data protection info
    data privacy notice
    data security
    data rights
    my data?
    my information
    my privacy
    gdpr notice
    gdpr policy
    gdpr information
    confidentiality
    information held`,
  'download-data': `
    download my data
    download all my data
    download everything you hold on me
    download what you hold about me
    download my information
    download my personal data
    get my data
    get a copy of my data
    give me my data
    give me a copy of everything you hold
    give me all my data in a file
    send me my data
    send me everything you hold on me
    send me a copy of my personal data
    export my data
    export everything
    export everything you have on me
    export my information
    i want a copy of my data
    i want a copy of what you hold on me
    i want all my information
    can i have a copy of my data
    can i have my data
    can i download what you know about me
    subject access request
    sar
    sar please
    make a subject access request
    dsar
    data export
    data portability
    copy of my data please
    download everything
    download what you hold
    export my stuff
    export what you hold on me
    give me everything you have on me
    give me a file of my data
    i want to see all my data in a file
    i want my data
    i would like my data
    can i get all my data
    can i get a copy of what you hold
    copy of everything you hold on me
    send me all the data you have about me
    get a file of everything
    data download
    take my data out
    subject access
    make a sar
    i want to make a subject access request
    data access request
    download my stuff
    download my personal info
    download all my information
    download all you hold
    download data
    download a copy of my data
    download what you have on me
    can i download my data
    can i download everything
    can i export my data
    can i get my data out
    can i get everything you hold
    can i have all the data you hold
    can i have a copy of what you hold on me
    can i have everything you hold on me
    can i have my data in a file
    can i do a sar
    can you send me my data
    can you send me all my data
    can you give me my data
    could i have my data please
    how do i download my data
    how do i get my data
    how do i do a sar
    i want to download my data
    i want to get my data
    i want to request my data
    i want to make a sar
    i want a copy of everything you hold
    i want all my data
    i want everything you have on me
    i want my data please
    i need my data
    i need to export my data
    id like my data
    id like to export my data
    need to download my data
    send me all my information
    send me everything you have
    send me a copy of what you hold
    send me a file of my data
    send me my personal data
    send me what you hold
    send me what youve got on me
    give me a copy of my data
    give me a copy of what you have on me
    give me all my information
    give me everything you hold
    give me my data in a file
    give me my personal data
    get all my data
    get a copy of everything you hold
    get a copy of my information
    get my data out
    get everything you hold on me
    export all my data
    export my personal data
    export my info
    export the data you hold
    copy of my data
    copy of my information
    copy of everything you have
    copy of what you hold
    copy of what you hold about me
    a copy of everything you hold on me
    all my data in a file
    my data in a file
    my data export
    data file
    data download please
    data subject request
    data access
    submit a sar
    make a sar please
    do a sar
    request a copy of my data
    request access to my data
    sar request
    take my data
    take a copy of my data`,
  'delete-data': `
    delete my data
    delete all my data
    delete everything
    delete everything about me
    delete everything you hold about me
    delete my information
    delete my details
    delete my account
    delete me
    delete what you hold
    delete all of it
    erase my data
    erase everything
    erase me
    erase all my details
    remove my data
    remove all my data
    remove everything you hold on me
    remove my information
    remove my details from your system
    remove me from your records
    wipe my data
    wipe everything
    wipe everything you have on me
    forget everything about me
    forget about me
    forget who i am
    get rid of my data
    get rid of everything you have on me
    right to be forgotten
    right to erasure
    please delete all my personal data
    destroy my data
    clear my data
    delete all the data you hold
    delete all my stuff
    delete what you know about me
    delete my records
    delete my history
    delete this chat and my data
    please delete me
    can you delete my data
    can i delete everything
    how do i delete my data
    remove my data please
    remove all my information
    remove everything about me
    get rid of my information
    get rid of all my data
    get rid of what you have on me
    clear all my data
    clear everything you have on me
    clear my history
    erase everything you hold
    wipe my details
    wipe all my data
    i want to be forgotten
    i want my data deleted
    i want my details removed
    take me off your system
    remove me from the system
    destroy everything you hold on me
    forget all my data
    scrub my data
    delete data
    delete my personal data
    delete my personal details
    delete my messages
    delete my answers and data
    delete all my info
    delete all about me
    delete all of my information
    delete everything you have
    delete every bit of data on me
    delete the data you hold
    delete what youve got on me
    can i delete my data
    can i delete my details
    can i get my data deleted
    can i remove my data
    can you delete everything
    can you delete my information
    can you erase my data
    can you remove my data
    can you wipe everything
    can you get rid of my data
    could you erase my details
    how do i delete my information
    how do i erase my data
    i want to delete my data
    i want to delete my information
    i want to be removed from your records
    i want to remove all my details
    i want everything about me deleted
    i want you to forget me
    i want all my data removed
    i want my data removed
    i want my details deleted
    i need to delete my data
    i would like my details removed
    id like my data erased
    i dont want you to keep my data
    i dont want my details held
    please delete my data
    please delete my information
    please remove my data
    erase
    erase all my data
    erase everything about me
    erase my details
    erase my records
    erase what you have on me
    remove my info
    remove my personal information
    remove my stuff
    remove all data on me
    remove all my personal data
    remove all trace of me
    remove everything you hold
    remove me from your system
    wipe all data
    wipe everything you hold
    wipe my personal data
    wipe me from the system
    clear my details
    clear my records
    clear all my details
    forget all about me
    forget everything
    forget my data
    get rid of all data on me
    get rid of everything you hold
    get rid of my personal data
    destroy my records
    purge all my data
    shred my data
    take me off your records
    take my details off your system
    data deletion request
    deletion request
    right to be erased
    gdpr deletion
    close my account
    dont keep my data`,
  'ap-or-na': `
    ap or na for my ward
    ap or na
    ap or nursing associate
    tap or tna
    should i get an ap or a nursing associate
    should we go for an ap or an na
    should we have an ap or nursing associate
    do i need an ap or a nursing associate
    do we want an ap or an na
    do i want a tap or a tna
    which one do we need ap or na
    which one is right for my ward ap or nursing associate
    which role is right for us
    which role do we need
    which role is best for us
    which role would suit my ward
    which is better for my ward an ap or a nursing associate
    which is right for us
    help me choose a role
    help me choose the right role
    help me choose ap or na
    help me decide ap or na
    help me decide which role
    help us pick between ap and nursing associate
    help me pick a role
    cant decide between an ap and a nursing associate
    cant decide ap or na
    not sure whether to have an ap or na
    not sure which role we need
    unsure if we need ap or nursing associate
    choose between ap and na
    role advisor
    advisor
    advise me on which role
    recommend a role
    what role should we go for
    is an ap or a nursing associate better for us
    na or ap
    tap or nursing associate
    tna or tap
    ap vs na for us
    should it be an ap or na
    should we train an ap or a nursing associate
    would an ap or na be better for us
    which would be better for my team ap or na
    which do we need ap or nursing associate
    pick between an ap and na
    help me decide between them
    ap or na which one
    choose between the two roles
    what should we have an ap or na
    ap or na?
    ap or na please
    ap or na for community
    ap or nursing associate for us
    ap or nursing associate help me choose
    ap vs na
    ap versus na for my ward
    assistant practitioner vs nursing associate for my team
    nursing associate or assistant practitioner
    na or ap for my ward
    tap or tna for my ward
    tap vs tna
    can you help me decide which role
    can you advise which role
    could you help me choose between ap and na
    do we need an ap or na
    do i want an ap or an na
    do i go for ap or nursing associate
    should i have an ap or an na
    should i go with ap or nursing associate
    should we go for ap or na
    should we pick ap or na
    shall we go for ap or na
    which role for us
    which role should i go for
    which role should we pick
    which role is right for my ward
    which role would work for us
    which is best for us ap or na
    which is better for us
    which one do we need
    which one for us ap or na
    which one should we go for ap or na
    which would suit my ward ap or na
    what role do we need
    what role would suit my ward
    what would suit us better ap or na
    what do you recommend ap or na
    would an ap be right for us
    would we be better with an ap or na
    is an ap right for my ward
    is ap the right role for my ward
    are we better with ap or na
    im not sure if i need an ap or na
    im torn between ap and na
    i cant decide which role
    i dont know which role we need
    i need help choosing a role
    i need to choose a role
    i want to know which role is right for us
    we dont know which role we need
    we need to decide on ap or na
    were torn between an ap and an na
    not sure if we need an ap or na
    not sure which role is right
    not sure which one we need ap or na
    unsure which role we need
    decide ap or na
    decide on a role
    choose a role
    choosing a role
    pick a role
    pick the right role
    help me choose between ap and na
    help me choose which role
    help me decide between ap and nursing associate
    help me pick between ap and na
    help me work out if we need an ap or na
    help us decide ap or na
    help with choosing a role
    advise me ap or na
    advise us on the role
    recommend ap or na
    recommendation ap or na
    suggest ap or na
    compare the roles for us
    role advice please
    role picker
    right role for my ward
    best role ap or na`,
  yes: `
    yes
    yes please
    yep
    yeah
    yup
    yea
    yes that is right
    yes go ahead
    yes do that
    ok then
    okay
    sure
    sure thing
    go for it
    go ahead
    sounds good
    thats fine
    thats right
    correct
    absolutely
    definitely
    of course
    please do
    aye
    aye alright
    alright then
    why not
    yes thats fine
    ok do it
    fine by me
    ok yes
    yes thanks
    yeah go on
    yeah ok
    yep please
    yes do it
    yes ok
    go on then
    do it
    y
    ye
    yess
    k
    ok go
    agreed
    lets do it
    alright
    yep do that
    yes lets
    yes of course
    yes i do
    yes we do
    yes correct
    yes thats it
    yes sure
    yes definitely
    yes absolutely
    yes go on
    yes all good
    yes thats the one
    yeah please
    yeah sure
    yeah thats right
    yeah do it
    yeah go for it
    yeah lets
    yeah that one
    yep go on
    yep thats right
    yep sure
    yup please
    aye go on
    aye please
    ok sure
    ok thats fine
    ok go ahead
    okay then
    okay do it
    sure go ahead
    sure why not
    go on
    please
    that would be great
    that would be good
    that works
    fine
    that one yes
    too right
    indeed
    affirmative
    yeh
    yh
    yes plz
    certainly
    by all means`,
  no: `
    no
    no thanks
    no thank you
    nope
    nah
    nah youre alright
    no way
    not really no
    not yet no
    no dont
    dont do that
    no leave it
    rather not
    id rather not
    no not that
    negative
    certainly not
    definitely not
    absolutely not
    no its fine
    no im ok
    no need
    not for me
    not for us
    i dont think so
    dont think so
    no cheers
    no ta
    no ty
    no not now
    n
    nope thanks
    no that is wrong
    no i dont
    no i didnt
    no stop
    nah dont
    no sorry
    no not really
    no thanks not that
    naw
    not that
    no not now thanks
    no im good
    no im alright
    no im fine thanks
    no thats ok
    no thats wrong
    no thats not right
    no dont do that
    no dont bother
    no thats fine thanks
    no not today
    no never
    no we dont
    no we havent
    no its not
    no it isnt
    nope not yet
    nope not that
    nah not really
    nah im good
    nah its ok
    nah ta
    nah thanks
    no thx
    no thankyou
    not really
    not yet
    not at all
    not likely
    not this time thanks
    please dont
    id rather you didnt
    incorrect
    never
    no chance
    no not at all
    no that isnt it
    nay`,
  unclear: `
    asdf
    qwerty
    hjkl
    sdfsdf
    lkjlkj
    aaaa
    jjjjj
    blah
    blah blah
    hmm
    hmmm
    umm
    err
    lol
    haha
    whatever
    banana
    potato
    green
    test
    testing
    testing 123
    ...
    xx
    whats on telly
    what time is the match
    whats for tea
    tell me a joke
    sing a song
    who is the prime minister
    who won the football
    is it going to rain
    what is the weather
    i like cake
    the cat sat on the mat
    fish and chips
    zzz
    dfgdfg
    hjkhjk
    ??
    !!!
    xyz
    wibble
    lorem ipsum
    abc
    12345
    uh
    meh
    erm
    wotevs
    boo
    tra la la
    purple monkey
    play some music
    order me a pizza
    both
    either
    any
    asap
    other
    neither`,
};

/** One way of saying one thing. */
export interface IntentExample {
  readonly intent: Intent;
  readonly text: string;
}

export const intentExamples: readonly IntentExample[] = (
  Object.entries(examples) as [Intent, string][]
).flatMap(([intent, lines]) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ intent, text })),
);

/**
 * Words that fill in a form and are no command: names of services and people, sentences of a paragraph. Learnt next
 * to the intents, so that "Back pain clinic" stays the name of a clinic.
 */
export const answerExamples: readonly string[] = `
    back pain team
    stop smoking team
    help at home service
    home first team
    home oxygen service
    change for life team
    next steps rehab unit
    skip to health centre
    cancel out pain clinic
    save a life resus team
    start well nursery
    fresh start recovery team
    continence service
    continuing healthcare team
    discharge lounge
    discharge to assess team
    planning and performance office
    ward 12
    ward 4b surgical
    frailty unit
    stroke rehabilitation ward
    community therapy team north
    urgent treatment centre
    crisis and home treatment team
    acute medical unit
    intermediate care beds
    copy and print room
    invite cafe dementia group
    remind memory clinic
    data quality team
    university hospital of the north
    hope street surgery
    dr patel and partners
    mill lane medical practice
    will save
    grace change
    mark back
    joy home
    hope carter
    faith start
    dawn thanks
    bill cancel
    jo bloggs
    amina khan
    siobhan oneill
    john smith
    mrs p jones
    priya shah
    tom from estates
    ward manager
    matron for medicine
    clinical lead for therapies
    practice nurse manager
    service manager community nursing
    head of nursing
    one day a week at uni on tuesdays
    every wednesday in term time
    block weeks plus one day
    we need the role because we cannot recruit band 5 nurses and our patients wait too long
    the ap will take on agreed tasks under supervision and free the nurses for complex care
    there is a gap in our pathway between the support workers and the therapists
    the board has agreed the plan and the post is in the budget from april
    our workforce plan shows two band 4 posts
    to improve continuity for patients going home
    we have had three vacancies since last year
    helping patients go back to their own home sooner
    we want to change the skill mix and save agency costs
    staff can continue to learn while they work
    the mentor has changed because she is on maternity leave
    study day moved from monday to tuesday`
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
