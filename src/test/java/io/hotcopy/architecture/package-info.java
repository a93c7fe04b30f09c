/** Sources and classes of this project → whether they keep to the rooms, the imports and the tidiness agreed on. */
package io.hotcopy.architecture;
