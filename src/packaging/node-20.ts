/** What Node 20 lacks of the language that our code is written in. */
import 'core-js/actual/map/group-by.js'
import 'core-js/actual/object/group-by.js'
import 'core-js/actual/promise/with-resolvers.js'
import 'core-js/actual/set/difference.js'
import 'core-js/actual/set/intersection.js'
import 'core-js/actual/set/is-subset-of.js'
import 'core-js/actual/set/union.js'
import 'core-js/actual/iterator/index.js'
