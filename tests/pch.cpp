// The precompiled headers of the tests belong to the library of this file.
